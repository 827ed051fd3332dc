# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from ..exceptions import GrantRefused, MembershipError
from .common_operation import OperationCommon


@tagged("post_install", "-at_install")
class TestOperationAttacks(OperationCommon):
    """What a manager may not send with a change of a contract, nor a till."""

    def _create(self, contract, context=None, **values):
        Operation = self.env["beauty.operation"].with_user(self.manager)
        vals = {"kind": "adjust", "contract_id": contract.id, **values}
        return Operation.with_context(**(context or {})).create(vals)

    def test_links_that_a_reversal_follows_are_not_sent(self):
        contract, other = self._sell_plan(), self._sell_plan()
        for values in (
            {"new_contract_id": other.id},
            {"fee_move_id": 1},
            {"partner_id": self.other_member.id},
            {"amount": 1.0},
            {"name": "MO/1"},
        ):
            with self.subTest(**values), self.assertRaises(MembershipError):
                self._create(contract, **values)

    def test_defaults_of_a_client_name_nobody_else_as_asking(self):
        context = {"default_user_id": self.manager_2.id, "default_state": "to_pay"}
        operation = self._create(self._sell_plan(), context)
        self.assertEqual(operation.user_id, self.manager)
        self.assertEqual(operation.state, "draft")

    def test_value_of_a_line_is_worked_out(self):
        contract = self._sell_plan()
        operation = self._new_operation(
            contract, "transfer", to_partner_id=self.other_member
        )
        with self.assertRaises(MembershipError):
            operation.line_ids.amount = 960
        holding = contract.entitlement_ids.id
        with self.assertRaises(MembershipError):
            operation.line_ids = [
                (5,),
                (0, 0, {"entitlement_id": holding, "quantity": 1, "amount": 960}),
            ]

    def test_line_stays_with_its_operation(self):
        contract = self._sell_plan()
        done = self._operate(contract, "extend", extend_days=1)
        quote = self._new_operation(
            contract, "transfer", to_partner_id=self.other_member
        )
        with self.assertRaises(MembershipError):
            quote.line_ids.operation_id = done

    def test_change_is_not_dated_ahead(self):
        contract = self._sell_plan()
        operation = self._new_operation(contract, "extend", extend_days=1)
        operation.date = "2999-01-01"
        with self.assertRaisesRegex(MembershipError, "later than today"):
            operation.action_confirm()

    def test_line_of_a_till_claims_one_thing(self):
        contract = self._sell_plan()
        sold = self._sync(self._ticket([self._line(self.facial)]))
        back = self._sync(self._ticket(self._refund_lines(sold.lines)))
        forged = {
            **self._line(self.facial, 0, 5),
            "upgrade_contract_id": contract.id,
            "refunded_orderline_id": back.lines.id,
        }
        self._assert_refused(GrantRefused, self._ticket([forged]))

    def test_transferred_contract_was_paid_with_its_tax(self):
        contract = self._sell_plan(self._create_plan("S", tax_point="sale"))
        operation = self._operate(contract, "transfer", to_partner_id=self.other_member)
        new = operation.new_contract_id
        self.assertEqual((new.amount_paid, new.amount_remaining), (960.0, 800.0))
        self._close()
        self._assert_ledger_holds()
