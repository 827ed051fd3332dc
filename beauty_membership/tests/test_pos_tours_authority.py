# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from odoo import Command
from odoo.tests import tagged

from .common_till import SalonTillCommon


@tagged("post_install", "-at_install")
class TestPosToursAuthority(SalonTillCommon):
    """A cashier who may give five percent, at the counter."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["beauty.authority"].create(
            {"name": "Reception", "max_discount": 5, "rounding_amount": 7}
        )

    def _assert_listed(self, **expected):
        order = self._last_order()
        row = self.env["beauty.approval"].search([("order_id", "=", order.id)])
        self.assertRecordValues(row, [{"amount": 30.0, **expected}])
        return row

    def test_discount_needs_manager(self):
        self._set_manager_pin("1234")
        self.start_pos_tour("test_discount_needs_manager")
        row = self._assert_listed(kind="pin", state="approved", reason="Complaint")
        self.assertEqual(row.approver_id.name, "Boss")
        self.assertEqual(self._last_order().amount_total, 30)

    def test_small_discount_needs_nobody(self):
        self.start_pos_tour("test_small_discount_needs_nobody")
        self.assertFalse(self.env["beauty.approval"].search([]))

    def test_total_is_rounded_down(self):
        """1 % off 60 is 59.40; the odd 9.40 is more than 3 and 7 allow, 50.00 not."""
        self.start_pos_tour("test_total_is_rounded_down")
        self.assertEqual(self._last_order().amount_total, 50)
        self.assertFalse(self.env["beauty.approval"].search([]))

    def test_discount_without_connection_is_listed(self):
        self.start_pos_tour("test_discount_without_connection_is_listed")
        self._assert_listed(kind="offline", state="flagged", reason="Promotion")

    def test_manager_answers_from_afar(self):
        """The manager answers before the till asks again."""
        Approval = self.env.registry["beauty.approval"]
        original = Approval.get_answer

        def get_answer(approvals, approval_id, config_id):
            asked = approvals.with_user(self.env.uid).browse(approval_id)
            asked.action_approve()
            return original(approvals, approval_id, config_id)

        get_answer._api_model = True
        with patch.object(Approval, "get_answer", get_answer):
            self.start_pos_tour("test_manager_answers_from_afar")
        self._assert_listed(kind="remote", state="approved", reason="Birthday")

    def test_extra_bonus_needs_manager(self):
        self._set_manager_pin("1234")
        self.env["beauty.plan"].create(
            {
                "name": "Recharge",
                "price": 1000,
                "company_id": self.company.id,
                "line_ids": [Command.create({"kind": "value", "quantity": 1000})],
            }
        )
        self.start_pos_tour("test_extra_bonus_needs_manager")
        contract = self.env["beauty.contract"].search(
            [("partner_id", "=", self.wang.id)]
        )
        self.assertEqual(contract.principal_remaining, 1000)
        self.assertEqual(contract.bonus_remaining, 50)


@tagged("post_install", "-at_install")
class TestPosToursConfirmation(SalonTillCommon):
    """The member confirms her use at the counter."""

    def _sell_confirmed(self, method):
        self.wang.preferred_technician_id = self.mei
        self.ten_facials.policy_id = self.env["beauty.policy"].create(
            {"name": method, "confirmation": method}
        )
        return self._sell(self.wang, self.ten_facials)

    def test_signature_confirms_use(self):
        facials = self._sell_confirmed("signature")
        self.start_pos_tour("test_signature_confirms_use")
        self._assert_left(facials, 9, 864)
        order = self._last_order()
        self.assertEqual(order.confirmation_method, "signature")
        self.assertTrue(order.confirmation_signature)

    def test_pin_confirms_use(self):
        facials = self._sell_confirmed("pin")
        self.start_pos_tour("test_pin_confirms_use")
        self._assert_left(facials, 8, 768)
        self.assertEqual(self._last_order().confirmation_method, "pin")

    def test_signature_without_connection(self):
        facials = self._sell_confirmed("signature")
        self.start_pos_tour("test_signature_without_connection")
        self._assert_left(facials, 9, 864)
        self.assertEqual(self._last_order().confirmation_method, "signature")

    def test_pin_without_connection_is_a_slip(self):
        facials = self._sell_confirmed("pin")
        self.start_pos_tour("test_pin_without_connection_is_a_slip")
        self._assert_left(facials, 9, 864)
        row = self.env["beauty.approval"].search([])
        self.assertRecordValues(row, [{"kind": "slip", "state": "flagged"}])
