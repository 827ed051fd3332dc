# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from freezegun import freeze_time

from odoo import Command
from odoo.tests import tagged

from ..exceptions import MembershipError
from .common_refund import RefundCommon


@tagged("post_install", "-at_install")
class TestRefundKinds(RefundCommon):
    """Stored value, passes, part-paid and frozen contracts; what the sale earned."""

    def _recharge(self):
        """Sell 1,000 with 200 on top."""
        plan = self.env["beauty.plan"].create(
            {
                "name": "Recharge",
                "price": 1000,
                "policy_id": self.policy.id,
                "company_id": self.company.id,
                "line_ids": [
                    Command.create({"kind": "value", "quantity": 1000}),
                    Command.create(
                        {"kind": "value", "quantity": 200, "is_bonus": True}
                    ),
                ],
            }
        )
        return self._sell_plan(plan)

    def _spend_360(self):
        """Three facials: 300 of principal, 60 of bonus."""
        for _visit in range(3):
            line = self._line(
                self.facial, discount=100 * 20 / 120, bonus_amount=20, manual_discount=0
            )
            self._sync(self._ticket([line], payments=[(self.prepaid, 100)]))

    def test_stored_value_with_its_bonus(self):
        contract = self._recharge()
        self._spend_360()
        self._reopen()
        self.assertEqual(self._get_quote(contract, "salon")[0], 700.0)
        operation = self._refund(contract)
        self.assertEqual(operation.refund_amount, 640.0)
        self.assertEqual(
            self._get_books(operation),
            {"liability": 700.0, "payable": -640.0, "revenue": -50.0, "vat": -10.0},
        )
        self.assertEqual(contract.state, "closed")
        self.assertFalse(any(contract.entitlement_ids.mapped("remaining")))
        self._assert_ledger_holds()

    def test_days_of_a_pass_in_proportion(self):
        line = {
            "kind": "pass",
            "quantity": 90,
            "product_ids": [Command.set(self.facial.ids)],
        }
        plan = self._create_plan(
            "90 days", 900, line_ids=[Command.create(line)], policy_id=self.policy.id
        )
        plan.line_ids.filtered(lambda row: row.kind != "pass").unlink()
        contract = self._sell_plan(plan)
        start = contract.date_start
        self._reopen()
        with freeze_time(start + timedelta(days=30)):
            operation = self._refund(contract)
            self.assertEqual(operation.refund_amount, 600.0)
            self.assertEqual(
                self._get_books(operation), {"liability": 600.0, "payable": -600.0}
            )
            self._assert_ledger_holds()

    def _sell_part(self, paid, due):
        self.policy.write({"part_payment": "allowed", "part_payment_percent": 10})
        line = self._plan_line(price=paid, plan_amount_due=due)
        return self._get_contracts(self._sync(self._ticket([line])))

    def test_part_paid_net_of_arrears(self):
        contract = self._sell_part(300, 660)
        self._use(contract.entitlement_ids)
        self._reopen()
        operation = self._refund(contract)
        self.assertEqual(operation.refund_amount, 180.0)
        self.assertEqual(
            self._get_books(operation),
            {"liability": 204.0, "payable": -180.0, "revenue": -20.0, "vat": -4.0},
        )
        self.assertEqual((contract.state, contract.amount_due), ("closed", 0.0))
        self.assertEqual(contract.amount_remaining, 0.0)
        self._assert_ledger_holds()

    def test_part_paid_is_refunded_whole(self):
        contract = self._sell_part(300, 660)
        operation = self._new_operation(contract, "refund", cause="member")
        operation.tender = "bank"
        operation.line_ids.quantity = 1
        with self.assertRaisesRegex(MembershipError, "paid in parts"):
            operation.action_confirm()

    def test_more_used_than_paid_is_refused(self):
        self.policy.release = "all"
        contract = self._sell_part(100, 860).sudo()
        for _use in range(2):
            self._use(contract.entitlement_ids)
        operation = self._new_operation(contract, "refund", cause="salon")
        operation.tender = "bank"
        with self.assertRaisesRegex(MembershipError, "More of"):
            operation.action_confirm()
        self.assertFalse(operation.entry_ids)

    def test_frozen_is_refunded_closed_is_not(self):
        contract = self._sell_used()
        contract.sudo().state = "frozen"
        self._refund(contract)
        self.assertEqual(contract.state, "closed")
        with self.assertRaisesRegex(MembershipError, "closed"):
            self._refund(contract)

    def test_shared_use_counts_as_hers(self):
        contract = self._sell_used(2)
        contract.sudo().sharing = "present"
        line = self._use_line(
            contract.entitlement_ids, beneficiary_id=self.other_member.id
        )
        self._sync(self._ticket([line]))
        self._reopen()
        self.assertEqual(self._refund(contract).refund_amount, 600.0)
        self._assert_ledger_holds()

    def test_seller_gives_her_share_back(self):
        line = self._plan_line(seller_id=self.technician.id)
        contract = self._get_contracts(self._sync(self._ticket([line])))
        self._reopen()
        share = self.env["beauty.performance"].search(
            [("pos_order_line_id", "=", contract.pos_order_line_id.id)]
        )
        operation = self._refund(contract, "salon")
        rows = self.env["beauty.performance"].search(
            [("operation_id", "=", operation.id)]
        )
        self.assertEqual(rows.amount, -share.amount)
        operation.action_reverse()
        rows = self.env["beauty.performance"].search(
            [("operation_id", "=", operation.id)]
        )
        self.assertEqual(sum(rows.mapped("amount")), 0.0)

    def test_points_of_the_sale_go_with_their_money(self):
        self.company.beauty_points_basis = "gross"
        self.env["beauty.reward"].create(
            {
                "name": "10 off",
                "points": 100,
                "kind": "discount",
                "amount": 10,
                "company_id": self.company.id,
            }
        )
        contract = self._sell_used(0)
        points = self.env["beauty.entitlement"].search(
            [("partner_id", "=", self.member.id), ("kind", "=", "points")]
        )
        self.assertEqual(points.remaining, 960)
        operation = self._new_operation(contract, "refund", cause="salon")
        operation.tender = "bank"
        operation.line_ids.quantity = 5
        operation.action_confirm()
        points.invalidate_recordset()
        self.assertEqual(points.remaining, 480)
        operation.action_reverse()
        points.invalidate_recordset()
        self.assertEqual(points.remaining, 960)

    def test_member_is_told(self):
        self.company.beauty_message_mail = True
        self.member.email = "lina@example.com"
        before = self.env["beauty.message"].search([])
        contract = self._sell_used()
        told = self.env["beauty.message"].search([]) - before
        self._refund(contract)
        message = self.env["beauty.message"].search([]) - before - told
        self.assertEqual(message.partner_id, self.member)
        self.assertIn("refund", str(message.rows))
