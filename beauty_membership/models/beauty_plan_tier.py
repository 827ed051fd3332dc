# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..rules.periods import last_day


class BeautyPlan(models.Model):
    """A plan may carry a tier, and the house may give a plan away."""

    _inherit = "beauty.plan"

    tier_id = fields.Many2one(
        comodel_name="beauty.tier",
        string="Gives the Tier",
        check_company=True,
        ondelete="restrict",
        help="Who buys the plan has at least this tier, from the ticket that sells it.",
    )
    tier_months = fields.Integer(
        string="Months of the Tier",
        default=12,
        help="How long, last day included. 0: for ever.",
    )

    _tier_months_positive = models.Constraint(
        "CHECK (tier_months >= 0)", "The months of a tier cannot be negative."
    )

    def _prepare_contract_vals(self, line, price_total):
        """The contract keeps the tier it was sold with."""
        vals = super()._prepare_contract_vals(line, price_total)
        return vals | self._prepare_contract_tier_vals(vals["date_start"])

    def _prepare_contract_tier_vals(self, start):
        return {
            "tier_id": self.tier_id.id,
            "tier_valid_until": self.tier_id and last_day(start, self.tier_months),
        }

    def _grant_free(self, partner, key, shop=None, **values):
        """Give a member the plan for nothing: a gift for a tier, or for joining.

        :param partner: res.partner
        :param str key: retry key of the gift
        :param shop: beauty.shop that gives it, if any
        :param values: further fields of the contract
        :return: the beauty.contract
        """
        self.ensure_one()
        # sudo: nobody writes contracts by hand; the house gives by its own rules
        Contract = (
            self.env["beauty.contract"]
            .sudo()
            .with_context(mail_create_nosubscribe=True, mail_create_nolog=True)
        )
        start = self.env["beauty.tier"]._get_today(self.company_id)
        contract = Contract.create(
            self._prepare_free_contract_vals(partner, start, shop) | values
        )
        contract._grant(0.0, key)
        return contract

    def _prepare_free_contract_vals(self, partner, start, shop):
        return {
            "name": self.env["ir.sequence"].sudo().next_by_code("beauty.contract"),
            "partner_id": partner.id,
            "plan_id": self.id,
            "state": "active",
            "is_gift": True,
            "company_id": self.company_id.id,
            "currency_id": self.currency_id.id,
            "shop_id": shop.id if shop else False,
            "date_start": start,
            "date_end": last_day(start, self.validity_months),
            "price_total": 0.0,
            "amount_paid": 0.0,
            **self._prepare_terms_vals(),
        }

    def _ensure_can_be_given(self):
        """A gift holds what its plan says, not what somebody pays or claims.

        :raises ValidationError: names the plan that cannot be one
        """
        for plan in self:
            if plan.is_open_amount or plan.is_gift_card:
                raise ValidationError(
                    self.env._(
                        "“%s” cannot be given free: what it holds depends on what is "
                        "paid, or on who claims it. Make a plan for the gift.",
                        plan.name,
                    )
                )

    @api.constrains("is_open_amount", "is_gift_card")
    def _check_given(self):
        """What is a gift somewhere stays one."""
        # sudo: settings of companies the user does not see count as well
        companies = self.env["res.company"].sudo()
        tiers = self.env["beauty.tier"].sudo()
        for plan in self:
            if tiers.search_count(
                [("gift_plan_ids", "in", plan.ids)], limit=1
            ) or companies.search_count(
                [("beauty_welcome_plan_id", "=", plan.id)], limit=1
            ):
                plan._ensure_can_be_given()
