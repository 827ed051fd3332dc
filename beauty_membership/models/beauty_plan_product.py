# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, api, models
from odoo.exceptions import UserError, ValidationError

from .product_template import BY_PLAN


class BeautyPlan(models.Model):
    """The product that sells a plan: made with it, and configured for the books."""

    _inherit = "beauty.plan"

    @api.model_create_multi
    def create(self, vals_list):
        plans = super().create(vals_list)
        for plan, vals in zip(plans, vals_list, strict=True):
            plan._ensure_product(vals.get("price", 0.0))
            plan._configure_product()
        return plans

    def write(self, vals):
        res = super().write(vals)
        if {"name", "active"} & set(vals):
            self._sync_product(vals)
        if {"line_ids", "tax_point", "product_tmpl_id"} & set(vals):
            for plan in self:
                plan._configure_product()
        return res

    def _ensure_product(self, price):
        self.ensure_one()
        if not self.product_tmpl_id:
            # sudo: the product belongs to the plan; who makes the plan makes it
            template = self.env["product.template"].sudo()
            self.product_tmpl_id = template.create(
                {
                    "name": self.name,
                    "list_price": price,
                    "type": "service",
                    "company_id": self.company_id.id,
                }
            )

    def _sync_product(self, vals):
        """The product follows its plan's name and archiving."""
        for plan in self:
            # sudo: see _ensure_product
            plan.sudo().product_tmpl_id.write(
                {key: vals[key] for key in ("name", "active") if key in vals}
            )

    def _configure_product(self):
        """Give the product what makes it a plan: account, taxes, no stock."""
        self.ensure_one()
        self.company_id._beauty_setup()
        if not self.company_id.beauty_liability_account_id:
            raise UserError(
                self.env._(
                    "%s has no chart of accounts yet. Install one before selling "
                    "plans.",
                    self.company_id.name,
                )
            )
        # sudo: see _ensure_product
        product = self.sudo().product_tmpl_id.with_company(self.company_id)
        product.with_context(configure_plan=BY_PLAN).write(self._prepare_product_vals())

    def _prepare_product_vals(self):
        company = self.company_id
        return {
            "is_membership_plan": True,
            "type": "service",
            "available_in_pos": True,
            "sale_ok": True,
            "purchase_ok": False,
            "taxes_id": [Command.set(self._get_sale_taxes().ids)],
            "property_account_income_id": company.beauty_liability_account_id.id,
            "company_id": company.id,
        }

    def _get_sale_taxes(self):
        """Return the taxes of the plan's services when tax is due at the sale.

        :raises ValidationError: if the services do not share one set of taxes
        """
        self.ensure_one()
        taxes = self.env["account.tax"]
        if self.tax_point != "sale":
            return taxes
        tax_sets = {
            tuple(product.taxes_id._filter_taxes_by_company(self.company_id).ids)
            for product in self.line_ids.product_ids
        }
        if len(tax_sets) > 1:
            raise ValidationError(
                self.env._(
                    "The services of “%(plan)s” have different taxes. Tax at the sale "
                    "needs one set of taxes; choose tax when used.",
                    plan=self.name,
                )
            )
        taxes = taxes.browse(next(iter(tax_sets), ()))
        taxes.flatten_taxes_hierarchy()._ensure_has_account()
        return taxes
