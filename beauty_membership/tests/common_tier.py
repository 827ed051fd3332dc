# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from .common import BeautyMembershipCommon


class TierCommon(BeautyMembershipCommon):
    """The company's four tiers: silver from 1,000, gold from 3,000 or 4 visits."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ordinary, cls.silver, cls.gold, cls.diamond = cls.env["beauty.tier"].search(
            [("company_id", "=", cls.company.id)]
        )
        cls.silver.write({"threshold_spend": 1000, "keep_spend": 800})
        cls.gold.write(
            {"threshold_spend": 3000, "threshold_visits": 4, "keep_spend": 2400}
        )

    def _buy(self, amount, partner=None, **values):
        """Sell a serum for so much money; return the order."""
        line = self._line(self.serum, price=amount)
        return self._sync(self._ticket([line], partner, **values))

    def _refund(self, order):
        return self._sync(self._ticket(self._refund_lines(order.lines)))

    def _get_changes(self, partner=None):
        partner = partner or self.member
        return self.env["beauty.tier.change"].search(
            [("partner_id", "=", partner.id)], order="id"
        )

    def _get_tier_rows(self, order):
        return [r for r in order.membership_summary or [] if r["kind"] == "tier"]

    def _review(self):
        """Run the nightly review of the company, as the cron does."""
        Tier = self.env["beauty.tier"]
        decisions = Tier._get_decisions(self.company)
        self.env["beauty.tier.change"]._record(self.company, decisions)
        return decisions

    def _assert_tier(self, tier, partner=None):
        self.env.invalidate_all()
        self.assertEqual((partner or self.member).tier_id, tier)
