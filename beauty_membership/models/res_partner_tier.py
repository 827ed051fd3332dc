# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..rules.tiers import Decision, Numbers
from .beauty_tier_change import BY_TIER, MANUAL
from .res_partner import TIER_FIELDS


class ResPartner(models.Model):
    """A member's tier: how she came to it, and the log of every change."""

    _inherit = "res.partner"

    tier_change_ids = fields.One2many(
        comodel_name="beauty.tier.change",
        inverse_name="partner_id",
        string="Tier History",
        readonly=True,
    )
    tier_progress = fields.Char(
        compute="_compute_tier_progress", help="What is missing for the next tier."
    )
    consultant_id = fields.Many2one(
        comodel_name="hr.employee",
        string="Dedicated Consultant",
        copy=False,
        help="Who advises this member; some tiers promise one.",
    )

    @api.depends("tier_id")
    @api.depends_context("company")
    def _compute_tier_progress(self):
        company = self.env.company
        for partner in self:
            is_member = partner.id and (partner.member_number or partner.tier_id)
            row = is_member and partner._get_tier_progress(company)
            partner.tier_progress = row and row["text"]

    @api.model_create_multi
    def create(self, vals_list):
        partners = super().create(vals_list)
        given = partners.filtered("tier_id")
        if given:
            given._log_tier_by_hand({})
        return partners

    def write(self, vals):
        if not TIER_FIELDS & set(vals) or self._is_by_tier():
            return super().write(vals)
        before = {
            partner.id: (partner.tier_id.id, partner.tier_valid_until)
            for partner in self
        }
        res = super().write(vals)
        self._log_tier_by_hand(before)
        return res

    def _is_by_tier(self):
        return self.env.context.get("beauty_tier") is BY_TIER

    def _log_tier_by_hand(self, before):
        """A tier that was simply written, or imported, is in the log as well."""
        reason = self.env._("Written on the contact")
        changes = self.env["beauty.tier.change"]._record_by_hand
        for partner in self:
            old = before.get(partner.id, (False, False))
            if old != (partner.tier_id.id, partner.tier_valid_until):
                changes(partner, *old, reason)

    def _change_tier_by_hand(self, tier, valid_until, reason):
        """Give a member a tier for a reason; it is not taken away before its end.

        :param tier: beauty.tier, or none
        :param date valid_until: its last day; none: for ever
        """
        self.ensure_one()
        self._ensure_can_give_tier()
        company = tier.company_id or self.env.company
        decision = Decision(MANUAL, tier.id, valid_until)
        return self.env["beauty.tier.change"]._record(
            company, [(self, decision, Numbers(), {"reason": reason})]
        )

    def action_open_tier_wizard(self):
        """Ask which tier, why, and until when."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Change the Tier"),
            "res_model": "beauty.tier.wizard",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_partner_id": self.id},
        }
