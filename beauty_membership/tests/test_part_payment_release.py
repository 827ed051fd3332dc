# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import psycopg2

from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..exceptions import MembershipError
from .common_part_payment import PartPaymentCommon


@tagged("post_install", "-at_install")
class TestPartPaymentRelease(PartPaymentCommon):
    """Used before it is paid: all at once, or what a manager releases."""

    def test_all_at_once_owes_what_is_used(self):
        self.policy.release = "all"
        contract = self._sell_part(300, 660)
        holding = contract.entitlement_ids
        self._assert_holding(holding, 10, 300.0)
        for _i in range(10):
            self.assertEqual(self._use(holding).amount_total, 96.0)
        self._assert_holding(holding, 0, -660.0)
        self._close()
        self._assert_ledger_holds()
        self.session = self._open_session(self.config)
        self._pay(contract, 660)
        self._assert_holding(holding, 0, 0.0)
        self._close()
        self._assert_ledger_holds()

    def test_all_at_once_last_unit_takes_the_rest(self):
        self.policy.release = "all"
        plan = self._create_plan("Odd", 833.33, policy_id=self.policy.id)
        contract = self._sell_part(200, 633.33, plan)
        holding = contract.entitlement_ids
        values = [self._use(holding).amount_total for _i in range(10)]
        self.assertEqual(values, [83.33] * 9 + [83.36])
        self._pay(contract, 633.33)
        self._assert_holding(holding, 0, 0.0)

    def test_manager_releases_more(self):
        self.policy.release = "manager"
        contract = self._sell_part(300, 660)
        holding = contract.entitlement_ids
        self._assert_holding(holding, 0, 300.0)
        self._release(holding, 4)
        self._assert_holding(holding, 4, 300.0)
        for _i in range(4):
            self._use(holding)
        self._assert_holding(holding, 0, -84.0)
        self._pay(contract, 100)
        self._assert_holding(holding, 0, 16.0)
        self._pay(contract, 560)
        self._assert_holding(holding, 6, 576.0)
        self._close()
        self._assert_ledger_holds()

    def _release(self, holding, units):
        wizard = self.env["beauty.release.wizard"].create(
            {
                "contract_id": holding.contract_id.id,
                "entitlement_id": holding.id,
                "units": units,
                "reason": "Pays next week",
            }
        )
        wizard.action_release()

    def test_release_is_of_what_is_pending(self):
        holding = self._sell_part(300, 660).entitlement_ids
        for units in (8, 0, -1):
            with self.assertRaises(MembershipError), self.env.cr.savepoint():
                self._release(holding, units)
        self._release(holding, 7)
        entry = holding.entry_ids.sorted("id")[-1]
        self.assertRecordValues(
            entry,
            [{"movement": "adjust", "quantity": 7, "amount": 0.0, "shop_id": False}],
        )
        self.assertEqual(entry.reason, "Pays next week")

    def test_cashier_releases_nothing(self):
        contract = self._sell_part(300, 660)
        with self.assertRaises(AccessError):
            self.env["beauty.release.wizard"].with_user(self.cashier).create(
                {"contract_id": contract.id, "units": 1, "reason": "x"}
            )
        with self.assertRaises(AccessError):
            contract.with_user(self.cashier).action_open_release_wizard()

    def test_gift_comes_with_the_last_payment(self):
        plan = self._create_plan(policy_id=self.policy.id)
        plan.line_ids.copy({"kind": "points", "quantity": 50, "product_ids": False})
        contract = self._sell_part(300, 660, plan)
        points = contract.entitlement_ids.filtered(lambda h: h.kind == "points")
        self._assert_holding(points, 0, 0.0)
        self._pay(contract, 660)
        self._assert_holding(points, 50, 0.0)

    def test_undo_in_any_order_ends_at_nothing(self):
        self.policy.release = "all"
        plan = self._create_plan("Odd", 833.33, policy_id=self.policy.id)
        contract = self._sell_part(200, 633.33, plan)
        holding = contract.entitlement_ids
        orders = [self._use(holding) for _i in range(10)]
        back = self._refund_lines(orders[0].lines)
        self._sync(self._ticket(back, payments=[(self.prepaid, -83.33)]))
        self.assertEqual(self._use(holding).amount_total, 83.33)
        self._pay(contract, 633.33)
        self._assert_holding(holding, 0, 0.0)


@tagged("post_install", "-at_install")
class TestPartPaymentLaw(PartPaymentCommon):
    """What PostgreSQL allows a part-paid holding, and nothing else."""

    def _post(self, holding, **values):
        return holding._post_entry(
            [
                {
                    "entitlement_id": holding.id,
                    "movement": "adjust",
                    "quantity": 0,
                    "amount": 0,
                    "idempotency_key": "law",
                    **values,
                }
            ]
        )

    def _assert_post_refused(self, holding, **values):
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(psycopg2.errors.CheckViolation),
            self.env.cr.savepoint(),
        ):
            self._post(holding, **values)

    def test_units_never_run_below_zero(self):
        holding = self._sell_part(300, 660).entitlement_ids
        self._assert_post_refused(holding, quantity=-4, amount=-300)

    def test_owed_money_is_bounded_by_the_promise(self):
        holding = self._sell_part(300, 660).entitlement_ids
        self._assert_post_refused(holding, amount=-1260.01)
        self._post(holding, amount=-1260)

    def test_other_holdings_owe_nothing(self):
        holding = self._sell_plan().entitlement_ids
        self.assertFalse(holding.is_part_paid)
        self._assert_post_refused(holding, amount=-960.01)
        self._assert_post_refused(holding, quantity=-10, amount=-900)

    def test_proof_finds_value_left_behind(self):
        """PostgreSQL lets a part-paid holding wait for units, the proof does not."""
        contract = self._sell_part(300, 660)
        self._pay(contract, 660)
        holding = contract.entitlement_ids
        self._post(holding, movement="redeem", quantity=-10, amount=-959)
        wrong = self.env["beauty.entry"]._fetch_wrong_balances(self.company)
        self.assertEqual(wrong, holding.ids)
        self._post(holding, amount=-1, idempotency_key="law 2")
        self._assert_ledger_holds()

    def test_part_paid_is_said_once(self):
        for holding in (
            self._sell_part(300, 660).entitlement_ids,
            self._sell_plan().entitlement_ids,
        ):
            with (
                mute_logger("odoo.sql_db"),
                self.assertRaises(psycopg2.errors.RestrictViolation),
                self.env.cr.savepoint(),
            ):
                self.env.cr.execute(
                    "UPDATE beauty_entitlement SET is_part_paid = NOT is_part_paid"
                    " WHERE id = %s",
                    [holding.id],
                )
