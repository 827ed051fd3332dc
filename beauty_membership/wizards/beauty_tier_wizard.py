# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError


class BeautyTierWizard(models.TransientModel):
    """A manager gives a member a tier by hand: which, why, and until when."""

    _name = "beauty.tier.wizard"
    _description = "Change a Tier"

    partner_id = fields.Many2one("res.partner", string="Member", required=True)
    current_tier_id = fields.Many2one(
        related="partner_id.tier_id", string="Tier Now", related_sudo=False
    )
    tier_id = fields.Many2one("beauty.tier", string="New Tier", help="Empty: no tier.")
    date_end = fields.Date(
        string="Until",
        help="Last day, included; until then it is not taken away. Empty: for ever.",
    )
    reason = fields.Char(required=True)
    company_id = fields.Many2one(
        "res.company", default=lambda self: self.env.company, readonly=True
    )

    @api.onchange("tier_id")
    def _onchange_tier_id(self):
        months = self.tier_id.validity_months
        today = fields.Date.context_today(self)
        self.date_end = fields.Date.add(today, months=months) if months else False

    def action_confirm(self):
        """Give the tier and log it.

        :raises MembershipError: if it would end before it begins
        """
        self.ensure_one()
        today = self.env["beauty.tier"]._get_today(self.company_id)
        if self.tier_id and self.date_end and self.date_end < today:
            raise MembershipError(
                self.env._("The last day of the tier has gone by. Choose a later one.")
            )
        member = self.partner_id.with_company(self.company_id)
        end = self.tier_id and self.date_end or None
        member._change_tier_by_hand(self.tier_id, end, self.reason)
        return {"type": "ir.actions.act_window_close"}
