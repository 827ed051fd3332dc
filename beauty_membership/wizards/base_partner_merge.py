# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import AccessError


class BasePartnerMerge(models.TransientModel):
    """Two contacts become one member: her old cards keep scanning."""

    _inherit = "base.partner.merge.automatic.wizard"

    def _merge(self, partner_ids, dst_partner=None, extra_checks=True):
        self._ensure_can_merge_members(partner_ids)
        return super()._merge(partner_ids, dst_partner, extra_checks)

    def _ensure_can_merge_members(self, partner_ids):
        """A merge hands over what a member holds: a manager decides it."""
        user = self.env.user
        if self.env.su or user.has_group("beauty_membership.group_manager"):
            return
        # sudo: companies the user does not see count as well
        holdings = self.env["beauty.entitlement"].sudo()
        if holdings.search_count([("partner_id", "in", partner_ids)], limit=1):
            raise AccessError(
                self.env._(
                    "These contacts hold memberships: ask a manager to merge them."
                )
            )

    def _update_values(self, src_partners, dst_partner):
        """Keep the numbers and ids merged away; the survivor may take a number over."""
        numbers = [
            {
                "partner_id": dst_partner.id,
                "number": partner.member_number,
                "merged_partner_ref": partner.id,
            }
            for partner in src_partners
        ]
        self.env["beauty.member.number"].sudo().create(numbers)
        taken_over = next((row["number"] for row in numbers if row["number"]), False)
        src_partners._take_back_number()
        if taken_over and not dst_partner.member_number:
            dst_partner.member_number = taken_over
        return super()._update_values(src_partners, dst_partner)
