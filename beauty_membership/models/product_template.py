# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError

# Only code can pass this object in a context; a call from outside cannot.
BY_PLAN = object()
PLAN_FIELDS = {"taxes_id", "property_account_income_id", "is_membership_plan", "type"}


class ProductTemplate(models.Model):
    """A plan's product follows its plan; a treatment is logged when sold."""

    _inherit = "product.template"

    is_membership_plan = fields.Boolean(
        readonly=True, copy=False, help="Sells a membership plan."
    )
    plan_ids = fields.One2many("beauty.plan", "product_tmpl_id")
    is_treatment = fields.Boolean(
        string="Performed by a Technician",
        help="Each one sold is logged for the member and for its technician.",
    )

    session_units = fields.Integer(
        string="Units of a Package",
        compute="_compute_session_units",
        inverse="_inverse_session_units",
        search="_search_session_units",
        help="How many units of an any-of package one of this service costs. A "
        "package for this service alone counts one for each.",
    )

    @api.depends("product_variant_ids.session_units")
    def _compute_session_units(self):
        self._compute_template_field_from_variant_field("session_units", default=1)

    def _inverse_session_units(self):
        self._set_product_variant_field("session_units")

    def _search_session_units(self, operator, value):
        return [("product_variant_ids.session_units", operator, value)]

    @api.model_create_multi
    def create(self, vals_list):
        """Only a plan makes its product a plan."""
        templates = super().create(vals_list)
        for template, vals in zip(templates, vals_list, strict=True):
            # the variant did not exist yet when the value was written
            if vals.get("session_units", 1) != template.session_units:
                template.session_units = vals["session_units"]
        if templates.filtered("is_membership_plan") and not self.env.su:
            raise UserError(self.env._("Create a membership plan instead."))
        return templates

    def write(self, vals):
        """The plan owns the account, taxes and type of its product."""
        by_plan = self.env.context.get("configure_plan") is BY_PLAN
        if PLAN_FIELDS & set(vals) and not by_plan:
            self._ensure_plan_fields_unchanged(vals)
        return super().write(vals)

    def _ensure_plan_fields_unchanged(self, vals):
        plans = self.filtered("is_membership_plan")
        if plans and PLAN_FIELDS & set(vals):
            raise UserError(
                self.env._(
                    "Taxes, account and type of “%(name)s” follow its membership plan. "
                    "Change the plan instead.",
                    name=plans[0].display_name,
                )
            )

    @api.model
    def _load_pos_data_fields(self, config):
        return [*super()._load_pos_data_fields(config), "is_treatment"]

    @api.model
    def _get_pos_usual(self):
        return {**super()._get_pos_usual(), "is_treatment": False}
