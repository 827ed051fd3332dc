# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from odoo import fields, models
from odoo.exceptions import AccessError

from ..models.beauty_tier_change import BY_TIER, MERGED
from ..rules.periods import is_over
from ..rules.tiers import Decision, Numbers, get_index


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
        domain = [("partner_id", "in", partner_ids)]
        held = ("beauty.entitlement", "beauty.tier.change")
        if any(self.env[name].sudo().search_count(domain, limit=1) for name in held):
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
        self._keep_pin(src_partners, dst_partner)
        best = self._get_best_tiers(src_partners | dst_partner)
        # the better tier is given below, once for each company
        by_tier = dst_partner.with_context(beauty_tier=BY_TIER)
        res = super()._update_values(src_partners, by_tier)
        self._give_best_tiers(dst_partner, best)
        return res

    def _keep_pin(self, src_partners, dst_partner):
        """The survivor confirms with her own PIN, or takes over the other."""
        # sudo: the hash is out of everybody's reach
        hashes = (
            src_partners.sudo().filtered("member_pin_hash").mapped("member_pin_hash")
        )
        if hashes and not dst_partner.sudo().member_pin_hash:
            dst_partner.sudo().member_pin_hash = hashes[-1]

    def _get_best_tiers(self, partners):
        """Return {company: (beauty.tier, last day)}: the best of those held."""
        today = fields.Date.context_today(self)
        best = {}
        # sudo: tiers of companies the user does not see are merged as well
        for company in self.env["res.company"].sudo().search([]):
            ladder = self.env["beauty.tier"]._get_ladder(company)
            held = [
                (partner.tier_id, partner.tier_valid_until or None)
                for partner in partners.sudo().with_company(company)
                if partner.tier_id and not is_over(partner.tier_valid_until, today)
            ]
            if held:
                best[company] = max(
                    held,
                    key=lambda row, ladder=ladder: (
                        get_index(ladder, row[0].id),
                        row[1] or date.max,
                    ),
                )
        return best

    def _give_best_tiers(self, member, best):
        """Log what the merge changed; the log of both members is hers now."""
        reason = self.env._("Two contacts became one")
        for company, (tier, until) in best.items():
            self.env["beauty.tier.change"]._record(
                company,
                [(member, Decision(MERGED, tier.id, until), Numbers(), {})],
                reason=reason,
            )
