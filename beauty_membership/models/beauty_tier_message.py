# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import format_date

from ..rules.tiers import KEPT, get_index
from .beauty_tier_change import MERGED, WARNING


class BeautyTierChange(models.Model):
    """A member is told when her tier changes, and before it ends."""

    _inherit = "beauty.tier.change"

    @api.model
    def _record(self, company, decisions, **origin):
        changes = super()._record(company, decisions, **origin)
        for change in changes.filtered(lambda change: change._is_news()):
            change._tell_member()
        return changes

    def _is_news(self):
        """The tier that everybody has is no news, nor is one that stays."""
        ladder = self.env["beauty.tier"]._get_ladder(self.company_id)
        is_first = not self.from_tier_id and get_index(ladder, self.to_tier_id.id) <= 0
        is_same = self.from_tier_id == self.to_tier_id
        return self.kind not in (KEPT, MERGED) and not (is_first or is_same)

    def _tell_member(self):
        self.ensure_one()
        told = self.with_context(lang=self.partner_id.lang or self.env.lang)
        self.env["beauty.message"]._queue(
            self.partner_id,
            self.company_id,
            "tier",
            [{"what": "text", "name": line} for line in told._get_message_lines()],
            reference=f"tier:{self.id}",
        )

    def _get_message_lines(self):
        """Return what the member reads, in the language of the environment."""
        until = self.to_valid_until
        words = {
            "old": self.from_tier_id.name,
            "new": self.to_tier_id.name,
            "day": format_date(self.env, until) if until else "",
        }
        if self.kind == WARNING:
            return self._get_warning_lines(words)
        if not self.to_tier_id:
            return [self.env._("You are no longer %(old)s.", **words)]
        lines = [
            self.env._("You are %(new)s now, until %(day)s.", **words)
            if until
            else self.env._("You are %(new)s now.", **words)
        ]
        return lines + self.to_tier_id._get_benefits()

    def _get_warning_lines(self, words):
        words["day"] = format_date(self.env, self.from_valid_until)
        lines = [self.env._("Your tier %(old)s ends on %(day)s.", **words)]
        if words["new"]:
            lines.append(self.env._("After it you are %(new)s.", **words))
        tier, currency = self.from_tier_id, self.company_id.currency_id
        left = tier.keep_spend - self.spend
        if tier.keep_spend and currency.compare_amounts(left, 0) > 0:
            money = currency.format(left)
            lines.append(self.env._("%s more by then keeps it.", money))
        return lines
