# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..exceptions import MembershipError
from .common_operation import OperationCommon


@tagged("post_install", "-at_install")
class TestOperation(OperationCommon):
    """Changes of a contract after its sale, which keep the books in balance."""

    def _transfer(self, contract, **values):
        return self._operate(
            contract, "transfer", to_partner_id=self.other_member, **values
        )

    def _get_prepaid_name(self):
        return self.liability.name

    def test_whole_contract_goes_to_another_member(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        operation = self._transfer(contract)
        self.assertEqual(operation.state, "done")
        self.assertEqual((contract.state, contract.amount_remaining), ("closed", 0.0))
        new = operation.new_contract_id
        self.assertRecordValues(
            new.entitlement_ids,
            [
                {
                    "partner_id": self.other_member.id,
                    "quantity": 9,
                    "remaining": 9,
                    "amount_remaining": 864.0,
                    "date_expiry": contract.entitlement_ids.date_expiry,
                    "list_price": 120.0,
                }
            ],
        )
        name = self._get_prepaid_name()
        self.assertEqual(
            self._get_balances(operation.move_id),
            {(name, "Li Na"): 864.0, (name, "Wang Fang"): -864.0},
        )
        self._close()
        self._assert_ledger_holds()
        self.assertFalse(new.amount_in_transit)

    def test_part_of_a_contract_goes_and_is_used_by_the_other(self):
        contract = self._sell_plan()
        operation = self._new_operation(
            contract, "transfer", to_partner_id=self.other_member
        )
        operation.line_ids.quantity = 3
        operation.action_confirm()
        self.assertEqual(contract.state, "active")
        self.assertEqual(contract.entitlement_ids.remaining, 7)
        new = operation.new_contract_id.entitlement_ids
        self.assertEqual((new.remaining, new.amount_remaining), (3, 288.0))
        self._use(new, partner=self.other_member)
        self.assertEqual((new.remaining, new.amount_remaining), (2, 192.0))
        self._close()
        self._assert_ledger_holds()

    def test_transfer_is_reversed_by_new_entries(self):
        contract = self._sell_plan()
        operation = self._transfer(contract)
        operation.action_reverse()
        self.assertEqual(operation.state, "reversed")
        self.assertEqual((contract.state, contract.amount_remaining), ("active", 960.0))
        self.assertEqual(operation.new_contract_id.state, "closed")
        self.assertEqual(
            contract.entry_ids.sorted("id").mapped("movement"),
            ["grant", "transfer_out", "transfer_in"],
        )
        with self.assertRaises(MembershipError):
            operation.action_reverse()
        self._close()
        self._assert_ledger_holds()

    def test_what_was_used_meanwhile_is_not_taken_back(self):
        contract = self._sell_plan()
        operation = self._transfer(contract)
        self._use(operation.new_contract_id.entitlement_ids, partner=self.other_member)
        with self.assertRaisesRegex(MembershipError, "used meanwhile"):
            operation.action_reverse()
        self.assertEqual(operation.state, "done")

    def test_second_press_changes_nothing(self):
        operation = self._transfer(self._sell_plan())
        count = self.env["beauty.entry"].search_count([])
        operation.action_confirm()
        self.assertEqual(self.env["beauty.entry"].search_count([]), count)

    def test_stale_quote_is_refused(self):
        contract = self._sell_plan()
        operation = self._new_operation(
            contract, "transfer", to_partner_id=self.other_member
        )
        self._use(contract.entitlement_ids)
        with self.assertRaisesRegex(MembershipError, "Only 9"):
            operation.action_confirm()
        self.assertEqual(operation.state, "draft")

    def test_closed_period_is_booked_in_the_open_one(self):
        contract = self._sell_plan()
        self._close()
        day = contract.date_start
        operation = self._new_operation(
            contract, "transfer", to_partner_id=self.other_member
        )
        self.company.sudo().fiscalyear_lock_date = day
        operation.action_confirm()
        self.assertGreater(operation.move_id.date, day)
        self.assertEqual(operation.move_id.state, "posted")
        self._assert_ledger_holds()

    def test_extended_contract_ends_later_and_reversed_as_before(self):
        plan = self._create_plan("Short", validity_months=1)
        contract = self._sell_plan(plan)
        old = contract.date_end, contract.entitlement_ids.date_expiry
        operation = self._operate(contract, "extend", extend_days=30)
        self.assertEqual((contract.date_end - old[0]).days, 30)
        self.assertEqual((contract.entitlement_ids.date_expiry - old[1]).days, 30)
        self.assertEqual(contract.entry_ids[0].movement, "adjust")
        self.assertFalse(operation.move_id)
        operation.action_reverse()
        now = contract.date_end, contract.entitlement_ids.date_expiry
        self.assertEqual(now, old)

    def test_cashier_cannot_ask_for_one(self):
        contract = self._sell_plan()
        Operation = self.env["beauty.operation"].with_user(self.cashier)
        with self.assertRaises(AccessError):
            Operation.create({"kind": "extend", "contract_id": contract.id})

    def test_forged_state_is_refused(self):
        contract = self._sell_plan()
        operation = self._new_operation(contract, "extend", extend_days=1)
        for vals in (
            {"state": "done"},
            {"approver_id": self.manager.id},
            {"calculation": []},
            {"user_id": self.manager_2.id},
        ):
            with self.assertRaises(MembershipError):
                operation.write(vals)
        with self.assertRaises(MembershipError):
            operation.copy({"state": "done"})

    def test_carried_out_it_is_final(self):
        operation = self._operate(
            self._sell_plan(), "transfer", to_partner_id=self.other_member
        )
        for vals in ({"reason": "x"}, {"date": "2026-01-01"}, {"line_ids": []}):
            with self.assertRaises(MembershipError):
                operation.write(vals)
        with self.assertRaises(MembershipError):
            operation.line_ids.quantity = 1
        with self.assertRaises(MembershipError):
            operation.unlink()
