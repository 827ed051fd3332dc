# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import tagged

from ..exceptions import GrantRefused, MembershipError, RedemptionRefused
from .common_points import PointsCommon


@tagged("post_install", "-at_install")
class TestRewardRefusals(PointsCommon):
    """What the server refuses; each refusal stores nothing."""

    def setUp(self):
        super().setUp()
        self._give(250)

    def _refuse(self, *lines, partner=None, **values):
        ticket = self._ticket(list(lines), partner, **values)
        message = self._assert_refused(RedemptionRefused, ticket)
        self.assertEqual(self._get_balance(), 250)
        return message

    def test_more_points_than_she_has_are_refused(self):
        line = self._points_line(self.massage, 30, self.ten_off)
        self.assertIn("250", self._refuse(line))

    def test_money_off_in_between_is_refused(self):
        self._refuse(self._points_line(self.massage, 15, self.ten_off))
        self._refuse(self._points_line(self.massage, 15))

    def test_points_amount_above_the_discount_is_refused(self):
        line = self._points_line(self.massage, 10, self.ten_off)
        self._refuse({**line, "points_amount": 20})

    def test_a_discount_beyond_the_points_is_the_cashiers_own(self):
        line = self._points_line(self.massage, 20, self.ten_off)
        order = self._sync(self._ticket([{**line, "points_amount": 10}]))
        self.assertEqual(order.amount_total, 130.0)
        self.assertEqual(self._get_balance(), 250 - 100 + 130)

    def test_negative_points_are_refused(self):
        line = self._line(self.massage, beauty_reward_id=self.ten_off.id)
        self._refuse({**line, "points_amount": -10})

    def test_points_that_are_no_number_are_refused(self):
        line = self._points_line(self.massage, 10, self.ten_off)
        ticket = self._ticket([{**line, "points_amount": float("nan")}])
        self._assert_refused(Exception, ticket)

    def test_a_reward_without_its_points_is_refused(self):
        self._refuse(self._line(self.massage, beauty_reward_id=self.ten_off.id))

    def test_points_on_a_sale_that_names_a_refund_are_refused(self):
        order = self._buy(self.massage)
        points = self._get_balance()
        line = self._points_line(self.massage, 10, self.ten_off)
        line["refunded_orderline_id"] = order.lines.id
        self._assert_refused(MembershipError, self._ticket([line]))
        self.assertEqual(self._get_balance(), points)

    def test_a_guest_spends_nothing(self):
        line = self._points_line(self.massage, 10, self.ten_off)
        self._refuse(line, partner=self.env["res.partner"])

    def test_points_of_another_member_are_refused(self):
        line = self._points_line(self.massage, 10, self.ten_off)
        self._refuse(line, partner=self.other_member)

    def test_points_on_a_package_are_refused(self):
        product = self.plan.product_tmpl_id.product_variant_id
        self._refuse(self._points_line(product, 10, self.ten_off))

    def test_points_on_a_tip_are_refused(self):
        self.config.tip_product_id = self.serum
        self._refuse(self._points_line(self.serum, 10, self.ten_off))

    def test_a_gift_of_another_product_is_refused(self):
        self._refuse(self._points_line(self.massage, 150, self.gift))

    def test_half_a_gift_is_refused(self):
        self._refuse(self._points_line(self.serum, 30, self.gift, qty=0.5))
        self._refuse(self._points_line(self.serum, 30, self.gift))

    def test_pending_points_are_refused(self):
        self.company.beauty_points_pending_days = 7
        self._give(500)
        line = self._points_line(self.massage, 30, self.ten_off)
        ticket = self._ticket([line])
        message = self._assert_refused(RedemptionRefused, ticket)
        self.assertIn("500 more are not available yet", message)
        with freeze_time(fields.Datetime.now() + timedelta(days=7)):
            self._sync(self._ticket([line]))
        self.assertEqual(self._get_balance(), 750 - 300 + 120)

    def test_expired_points_are_refused(self):
        after = self._get_points().date_expiry + timedelta(days=1)
        line = self._points_line(self.massage, 10, self.ten_off)
        with freeze_time(f"{after} 12:00:00"):
            self._refuse(line)

    def test_owed_points_are_not_spendable(self):
        self.member._claw_back_points(
            300, self.company, fields.Date.today(), "test:claw"
        )
        self._give(120)
        self.assertEqual(self._get_balance(), 70)
        line = self._points_line(self.massage, 10, self.ten_off)
        self._assert_refused(RedemptionRefused, self._ticket([line]))

    def test_a_gift_that_has_run_out_is_refused(self):
        self.gift.stock_limit = 1
        self._sync(self._ticket([self._points_line(self.serum, 60, self.gift)]))
        ticket = self._ticket([self._points_line(self.serum, 60, self.gift)])
        self.assertIn("0 left", self._assert_refused(RedemptionRefused, ticket))

    def test_limit_of_each_member_counts_what_came_back(self):
        self.gift.member_limit = 1
        line = self._points_line(self.serum, 60, self.gift)
        order = self._sync(self._ticket([line]))
        again = self._points_line(self.serum, 60, self.gift)
        self._assert_refused(RedemptionRefused, self._ticket([again]))
        self._refund(order)
        self._sync(self._ticket([again]))
        self.assertEqual(self._get_balance(), 190)

    def test_dates_and_tiers_of_a_reward_hold(self):
        today = fields.Date.today()
        line = self._points_line(self.massage, 10, self.ten_off)
        self.ten_off.date_start = today + timedelta(days=1)
        self._refuse(line)
        self.ten_off.write({"date_start": False, "date_end": "2020-01-01"})
        self._refuse(line)
        tier = self.env["beauty.tier"].create(
            {"name": "Gold", "company_id": self.company.id}
        )
        self.ten_off.write({"date_end": False, "tier_ids": tier.ids})
        self._refuse(line)

    def test_archived_rewards_are_refused(self):
        self.ten_off.active = False
        self._refuse(self._points_line(self.massage, 10, self.ten_off))

    def test_garbage_requests_are_refused(self):
        reward = self._create_reward("50 on the card", 10, kind="value", amount=50)
        for request in (
            "x",
            {"reward_id": reward.id},
            ["x"],
            [{"reward_id": "x"}],
            [{"reward_id": 999999999}],
            [{"reward_id": reward.id, "quantity": -1}],
            [{"reward_id": reward.id, "quantity": 1.5}],
            [{"reward_id": reward.id, "quantity": True}],
            [{"reward_id": reward.id, "quantity": 10**9}],
            [{"reward_id": self.ten_off.id}],
            [{"reward_id": reward.id, "quantity": 26}],
        ):
            with self.subTest(request=request):
                self._refuse(self._line(self.serum), reward_requests=request)

    def test_the_plan_of_a_reward_is_not_sold(self):
        reward = self._create_reward("50 on the card", 10, kind="value", amount=50)
        line = self._plan_line(reward.plan_id.with_context(active_test=False))
        self._assert_refused(GrantRefused, self._ticket([line]))

    def test_points_of_a_captured_line_are_final(self):
        line = self._points_line(self.massage, 10, self.ten_off)
        order = self._sync(self._ticket([line]))
        with self.assertRaises(UserError):
            order.lines.with_user(self.cashier).points_amount = 0
