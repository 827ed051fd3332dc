# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common_audit import AuditCommon
from .common_points import PointsCommon


@tagged("post_install", "-at_install")
class TestAuditInvoicesOfPoints(PointsCommon, AuditCommon):
    """What points take off is off the invoice too; the customer owes nothing."""

    def _tell_story(self, **values):
        self._give(500)
        line = self._points_line(self.serum, 10, self.ten_off)
        plain = self._line(self.facial)
        return self._sync(self._ticket([line, plain], **values))

    def _assert_paid(self, order):
        invoice = order.account_move
        self.assertEqual((invoice.amount_total, invoice.amount_residual), (170.0, 0.0))
        self.assertEqual(invoice.payment_state, "paid")

    def test_invoiced_at_once(self):
        order = self._tell_story(to_invoice=True)
        self._close()
        self._assert_paid(order)
        self._assert_books()

    def test_invoiced_after_closing(self):
        order = self._tell_story()
        self._close()
        order.action_pos_order_invoice()
        self._assert_paid(order)
        self._assert_books()
