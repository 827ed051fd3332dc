# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..exceptions import GrantRefused, MembershipError
from .common_upgrade import UpgradeCommon


@tagged("post_install", "-at_install")
class TestUpgradeBack(UpgradeCommon):
    """Upgrades that are returned, and those a manager does without a difference."""

    def test_returned_ticket_brings_the_old_contract_back(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        order = self._upgrade(contract)
        self._close()
        self.session = self._open_session(self.config)
        back = self._sync(self._return_ticket(order))
        self.assertEqual(back.amount_total, -936.0)
        self.assertEqual((contract.state, contract.amount_remaining), ("active", 864.0))
        self.assertEqual(contract.units_left, 9)
        self.assertEqual(self._get_contracts(order).state, "closed")
        states = contract.operation_ids.sorted("id").mapped("state")
        self.assertEqual(states, ["reversed", "done"])
        self.assertEqual(
            self._get_items(self._close()), {"cash": -936.0, "liability": 936.0}
        )
        self._assert_ledger_holds()

    def test_returned_tax_at_the_sale_is_the_opposite(self):
        plan = self._create_plan("Odd", 833.33, tax_point="sale")
        bigger = self._create_plan("Twenty", 1800, tax_point="sale")
        contract = self._sell_plan(plan)
        self._use(contract.entitlement_ids)
        left = contract.amount_remaining
        self._close()
        self.session = self._open_session(self.config)
        order = self._upgrade(contract, bigger)
        taken = self._get_items(self._close())
        self.session = self._open_session(self.config)
        self._sync(self._return_ticket(order))
        self.assertEqual(contract.amount_remaining, left)
        given = self._get_items(self._close())
        self.assertEqual(given, {key: -money for key, money in taken.items()})
        self._assert_ledger_holds()

    def test_back_office_returns_both_lines(self):
        contract = self._sell_plan()
        order = self._upgrade(contract)
        refund = order._refund()
        self.assertEqual(refund.amount_total, -840.0)
        payment = {
            "pos_order_id": refund.id,
            "payment_method_id": self.cash.id,
            "amount": -840.0,
        }
        refund.add_payment(payment)
        refund.action_pos_order_paid()
        self.assertEqual((contract.state, contract.amount_remaining), ("active", 960.0))
        self._close()
        self._assert_ledger_holds()

    def test_one_line_alone_is_refused(self):
        order = self._upgrade(self._sell_plan())
        for line in order.lines:
            values = self._refund_lines(line)
            words = self._assert_refused(GrantRefused, self._ticket(values))
            self.assertIn("both lines", words)

    def test_returned_twice_is_refused(self):
        order = self._upgrade(self._sell_plan())
        self._sync(self._return_ticket(order))
        self._assert_refused(GrantRefused, self._return_ticket(order))

    def test_used_plan_is_not_returned(self):
        order = self._upgrade(self._sell_plan())
        self._use(self._get_contracts(order).entitlement_ids)
        self._assert_refused(GrantRefused, self._return_ticket(order))

    def test_till_upgrade_is_reversed_by_its_ticket(self):
        contract = self._sell_plan()
        self._upgrade(contract)
        operation = contract.operation_ids.with_user(self.manager)
        with self.assertRaisesRegex(MembershipError, "Return the ticket"):
            operation.action_reverse()

    # Without a difference

    def test_same_price_is_moved_by_a_manager(self):
        contract = self._sell_plan()
        other = self._create_plan("Massages", 960, [(self.massage, 8)])
        operation = self._operate(contract, "upgrade", to_plan_id=other)
        new = operation.new_contract_id
        self.assertEqual((contract.state, contract.amount_remaining), ("closed", 0.0))
        self.assertEqual((new.units_left, new.amount_remaining), (8, 960.0))
        self.assertEqual(
            sorted(operation.move_id.line_ids.mapped("balance")), [-960.0, 960.0]
        )
        self._use(new.entitlement_ids)
        with self.assertRaisesRegex(MembershipError, "used meanwhile"):
            operation.action_reverse()
        self._close()
        self._assert_ledger_holds()

    def test_reversed_by_a_manager(self):
        contract = self._sell_plan()
        other = self._create_plan("Massages", 960, [(self.massage, 8)])
        operation = self._operate(contract, "upgrade", to_plan_id=other)
        operation.action_reverse()
        self.assertEqual((contract.state, contract.amount_remaining), ("active", 960.0))
        self.assertEqual(operation.new_contract_id.state, "closed")
        self._close()
        self._assert_ledger_holds()

    def test_difference_is_taken_at_the_till(self):
        contract = self._sell_plan()
        quote = self._new_operation(contract, "upgrade", to_plan_id=self.bigger)
        self.assertIn(840.0, [row["amount"] for row in quote.calculation])
        with self.assertRaisesRegex(MembershipError, "Upgrade at the till"):
            quote.action_confirm()
        self.assertEqual(contract.amount_remaining, 960.0)

    def test_cashier_upgrades_at_the_till_only(self):
        contract = self._sell_plan()
        with self.assertRaises(AccessError):
            self.env["beauty.operation"].with_user(self.cashier).create(
                {
                    "kind": "upgrade",
                    "contract_id": contract.id,
                    "to_plan_id": self.bigger.id,
                }
            )
