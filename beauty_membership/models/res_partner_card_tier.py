# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..rules.periods import is_over
from ..rules.tiers import get_missing


class ResPartner(models.Model):
    """The tier on the card: what it gives, notes for staff, how far to the next."""

    _inherit = "res.partner"

    def _get_card_tier(self):
        """Return the tier, what it gives, notes for staff and the way to the next.

        :return: dict id, name, color, valid_until, benefits, notes, progress; a member
            without a tier has the progress alone, a guest False
        """
        tier, until = self.tier_id, self.tier_valid_until
        company = self.env.company
        promise = tier and tier._get_promises(company).get(tier.id)
        if not promise or is_over(until or None, tier._get_today(company)):
            return self._get_card_first_tier(company)
        return {
            "id": tier.id,
            **promise,
            "valid_until": fields.Date.to_string(until) or False,
            "progress": self._get_tier_progress(company),
        }

    def _get_card_first_tier(self, company):
        progress = self.member_number and self._get_tier_progress(company)
        return bool(progress) and {"id": False, "name": False, "progress": progress}

    def _get_tier_progress(self, company):
        """Return the next tier and what is missing for each way to it, in one query.

        :return: dict: next_id, next_name, spend_left, visits_left, points_left,
            recharge (money or numbers; False: not a way to it), text; False at the top
        """
        self.ensure_one()
        Tier = self.env["beauty.tier"]
        ladder, today = Tier._get_ladder(company), Tier._get_today(company)
        member = self.sudo().with_company(company)
        tier_id = member.tier_id.id
        if is_over(member.tier_valid_until or None, today):
            tier_id = None
        if not get_missing(ladder, tier_id, {}):
            return False
        numbers = Tier._get_known_numbers().get(member.id)
        numbers = numbers or Tier._fetch_numbers(company, today, member)[member.id]
        level, gaps = get_missing(ladder, tier_id, numbers)
        return Tier._prepare_progress(company, level, gaps)
