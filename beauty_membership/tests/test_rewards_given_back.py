# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from freezegun import freeze_time

from odoo.tests import tagged

from ..exceptions import RedemptionRefused
from .common_points import PointsCommon


@tagged("post_install", "-at_install")
class TestRewardsGivenBack(PointsCommon):
    """What was spent comes back with the lot it came from."""

    def setUp(self):
        super().setUp()
        self._give(1000)

    def test_refund_gives_back_what_was_spent(self):
        lot = self._get_points()
        order = self._sync(
            self._ticket([self._points_line(self.massage, 20, self.ten_off)])
        )
        refund = self._refund(order)
        self.assertEqual(refund.amount_total, -130.0)
        self.assertEqual(refund.lines.points_amount, -20.0)
        self.assertEqual(self._get_points(), lot)
        self.assertEqual(lot.remaining, 1000)
        self._close()
        self._assert_ledger_holds()

    def test_parts_give_back_parts(self):
        line = self._points_line(self.massage, 20, self.ten_off, qty=3)
        order = self._sync(self._ticket([line]))
        balance = self._get_balance()
        for _i in range(3):
            self._refund(order, qty=1)
        self.assertEqual(balance, 1000 - 200 + 430)
        self.assertEqual(self._get_balance(), 1000)

    def test_what_expired_comes_back_for_some_days(self):
        lot = self._get_points()
        order = self._sync(
            self._ticket([self._points_line(self.massage, 20, self.ten_off)])
        )
        after = lot.date_expiry + timedelta(days=3)
        with freeze_time(f"{after} 12:00:00"):
            self.env["beauty.entitlement"]._expire_points()
            self._refund(order)
            back = self._get_points().filtered(lambda h: h.remaining > 0)
            self.assertEqual(back.remaining, 200)
            self.assertEqual(back.date_expiry, after + timedelta(days=7))

    def test_points_do_not_come_back_as_money(self):
        order = self._sync(
            self._ticket([self._points_line(self.massage, 20, self.ten_off)])
        )
        line = self._refund_lines(order.lines)[0]
        line.update(discount=0, price_subtotal=-125, price_subtotal_incl=-150)
        ticket = self._ticket([line])
        self._assert_refused(RedemptionRefused, ticket)

    def test_a_refund_in_the_back_office_gives_back_too(self):
        order = self._sync(
            self._ticket([self._points_line(self.massage, 20, self.ten_off)])
        )
        refund = self.env["pos.order"].browse(order.refund()["res_id"])
        refund.add_payment(
            {
                "pos_order_id": refund.id,
                "payment_method_id": self.cash.id,
                "amount": refund.amount_total,
            }
        )
        refund.action_pos_order_paid()
        self.assertEqual(self._get_balance(), 1000)
