# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from .common_value import ValueCommon


@tagged("post_install", "-at_install")
class TestRefundTerms(ValueCommon):
    """What the till is told before it refunds a part of a line."""

    def _get_terms(self, lines, user=None):
        lines_as = self.env["pos.order.line"].with_user(user or self.cashier)
        return lines_as.get_refund_terms(lines.ids)

    def test_stored_value_comes_back_from_each_holding(self):
        self._recharge()
        lines = [self._paid_line(self.facial, 40, qty=2), self._line(self.serum)]
        order = self._sync(self._value_ticket(lines, 200))
        spent, plain = order.lines
        terms = {"quantity": 2000, "before": 0, "amounts": [20000, 0]}
        self.assertEqual(self._get_terms(order.lines), {spent.id: terms})
        self.assertEqual(self._get_terms(plain), {})

    def test_what_was_refunded_before_is_told(self):
        self._recharge()
        line = self._paid_line(self.facial, 40, qty=2)
        sold = self._sync(self._value_ticket([line], 200)).lines
        back = self._paid_line(self.facial, -20, qty=-1)
        back.update(refunded_orderline_id=sold.id)
        self._sync(self._value_ticket([back], -100))
        self.assertEqual(self._get_terms(sold)[sold.id]["before"], 1000)

    def test_only_the_till_is_told(self):
        stranger = new_test_user(self.env, "stranger", groups="base.group_user")
        line = self._sell_plan().pos_order_line_id
        with self.assertRaises(AccessError):
            self._get_terms(line, stranger)
