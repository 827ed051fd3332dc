# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common_till import SalonTillCommon


@tagged("post_install", "-at_install")
class TestPosToursRefund(SalonTillCommon):
    """A contract refunded at the counter: one of ten facials was used."""

    def _sell_used(self):
        facials = self._sell(self.wang, self.ten_facials)
        self._use(self.wang, facials, self.facial)
        self._set_manager_pin("1234")
        return facials.contract_id

    def test_refund_contract_in_cash(self):
        contract = self._sell_used()
        self.start_pos_tour("test_refund_contract_in_cash")
        order = self._last_order()
        self.assertEqual(order.amount_total, -840)
        self.assertTrue(order.payment_ids.payment_method_id.is_cash_count)
        operation = contract.operation_ids
        self.assertEqual((operation.state, operation.pos_order_id), ("done", order))
        self.assertEqual(operation.approval_id.approver_id.name, "Boss")
        self.assertEqual((contract.state, contract.amount_remaining), ("closed", 0))

    def test_refund_contract_by_bank(self):
        contract = self._sell_used()
        self.start_pos_tour("test_refund_contract_by_bank")
        operation = contract.operation_ids
        self.assertEqual((operation.state, operation.refund_amount), ("done", 864))
        self.assertTrue(operation.is_payable)
        self.assertEqual(contract.state, "closed")
