# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from freezegun import freeze_time

from odoo.tests import tagged

from ..exceptions import MembershipError
from ..rules.tiers import Decision
from .common_tier import TierCommon


@tagged("post_install", "-at_install")
class TestTiersReview(TierCommon):
    """The nightly review over frozen months."""

    def setUp(self):
        super().setUp()
        with freeze_time("2026-01-15 10:00:00"):
            self._buy(3000)
        self.assertEqual(self.member.tier_valid_until, date(2027, 1, 15))

    def _run_on(self, day):
        with freeze_time(f"{day} 02:00:00"):
            self._review()
            self.assertFalse(self._review(), "a second run finds nothing to do")
        self.env.invalidate_all()

    def _get_kinds(self):
        return self._get_changes().mapped("kind")

    def test_nothing_is_taken_before_the_end(self):
        for day in ("2026-02-01", "2026-12-01", "2027-01-15"):
            self._run_on(day)
            self._assert_tier(self.gold)

    def test_warned_once_some_days_before(self):
        self._run_on("2026-12-31")
        self.assertEqual(self._get_kinds(), ["earned"])
        self._run_on("2027-01-01")
        self._run_on("2027-01-02")
        self.assertEqual(self._get_kinds(), ["earned", "warning"])
        warning = self._get_changes().filtered(lambda row: row.kind == "warning")
        self.assertEqual(warning.date, date(2027, 1, 1))
        self.assertEqual(warning.partner_id, self.member)
        self.assertEqual(warning.to_tier_id, self.silver)
        self.assertEqual(warning.from_valid_until, date(2027, 1, 15))

    def test_warning_is_sent_with_what_keeps_it(self):
        self.member.email = "li.na@example.com"
        self.company.beauty_message_mail = True
        with freeze_time("2026-05-01 10:00:00"):
            self._buy(400)
        self._run_on("2027-01-10")
        message = self.env["beauty.message"].search([("kind", "=", "tier")])
        self.assertEqual(message.partner_id, self.member)
        self.assertIn("01/15/2027", message.text)
        self.assertIn("2,000.00", message.text)

    def test_one_level_down_when_the_time_is_over(self):
        self._run_on("2027-01-16")
        self._assert_tier(self.silver)
        self.assertEqual(self.member.tier_valid_until, date(2028, 1, 16))
        change = self._get_changes()[-1]
        self.assertEqual((change.kind, change.spend), ("lowered", 0))
        self._run_on("2028-01-17")
        self._assert_tier(self.ordinary)
        self._run_on("2029-01-17")
        self._assert_tier(self.ordinary)

    def test_down_to_what_matches(self):
        self.gold.downgrade_rule = "matching"
        self._run_on("2027-01-16")
        self._assert_tier(self.ordinary)

    def test_keeping_rule_keeps_it(self):
        with freeze_time("2026-05-01 10:00:00"):
            self._buy(2400)
        self._run_on("2027-01-16")
        self._assert_tier(self.gold)
        self.assertEqual(self.member.tier_valid_until, date(2028, 1, 16))
        self.assertEqual(self._get_kinds(), ["earned", "kept"])

    def test_kept_members_are_not_warned(self):
        with freeze_time("2026-05-01 10:00:00"):
            self._buy(2400)
        self._run_on("2027-01-10")
        self.assertEqual(self._get_kinds(), ["earned"])

    def test_lowered_threshold_raises_members_at_night(self):
        self.diamond.threshold_spend = 2900
        self._run_on("2026-01-20")
        self._assert_tier(self.diamond)

    def test_members_without_a_tier_get_the_lowest(self):
        newcomer = self.env["res.partner"].create(
            {"name": "New", "member_number": "T99"}
        )
        self._run_on("2026-01-20")
        self._assert_tier(self.ordinary, newcomer)
        self._assert_tier(self.env["beauty.tier"], self.other_member)

    def test_tier_by_hand_lasts_until_its_end(self):
        with freeze_time("2026-02-01 10:00:00"):
            self._by_hand(self.diamond, date(2026, 3, 31), "a friend of the house")
        self._run_on("2026-03-31")
        self._assert_tier(self.diamond)
        self._run_on("2026-04-01")
        self._assert_tier(self.gold)
        self.assertIn("a friend of the house", self._get_changes().mapped("reason"))

    def test_tier_by_hand_without_an_end_stays(self):
        with freeze_time("2026-02-01 10:00:00"):
            self._by_hand(self.diamond, False, "founder")
        self._run_on("2030-01-01")
        self._assert_tier(self.diamond)

    def test_tier_by_hand_ends_in_the_future(self):
        with freeze_time("2026-02-01 10:00:00"), self.assertRaises(MembershipError):
            self._by_hand(self.diamond, date(2026, 1, 31), "too late")
        self._assert_tier(self.gold)

    def test_bought_tier_is_not_fallen_below(self):
        plan = self._create_plan("Silver card", tier_id=self.silver.id, tier_months=0)
        self.gold.downgrade_rule = "matching"
        with freeze_time("2026-01-16 10:00:00"):
            self._sell_plan(plan)
        self._assert_tier(self.gold)
        self._run_on("2027-01-17")
        self._assert_tier(self.silver)
        self.assertFalse(self.member.tier_valid_until)

    def test_bought_tier_lowers_nobody(self):
        Tier = self.env["beauty.tier"]
        ladder, day = Tier._get_ladder(self.company), date(2027, 1, 1)
        raised = Decision("earned", self.gold.id, None)
        for bought, found in ((self.silver, self.gold), (self.gold, self.gold)):
            rows = [(bought.id, None)]
            decision = Tier._raise_to_bought(ladder, raised, rows, day)
            self.assertEqual(decision.tier_id, found.id)

    def test_other_companies_have_their_own(self):
        other = self.setup_other_company()["company"]
        other._beauty_setup()
        self._run_on("2026-01-20")
        self.assertFalse(self.member.with_company(other).tier_id)
        with freeze_time("2026-01-20 02:00:00"):
            self.env["beauty.tier"]._get_decisions(other)
        self._assert_tier(self.gold)

    def test_cron_runs_all_companies(self):
        cron = self.env.ref("beauty_membership.ir_cron_review_tiers")
        with freeze_time("2027-01-16 02:00:00"), self.enter_registry_test_mode():
            cron.method_direct_trigger()
        self._assert_tier(self.silver)

    def _by_hand(self, tier, end, reason):
        wizard = self.env["beauty.tier.wizard"].create(
            {
                "partner_id": self.member.id,
                "tier_id": tier.id,
                "date_end": end,
                "reason": reason,
                "company_id": self.company.id,
            }
        )
        wizard.action_confirm()
