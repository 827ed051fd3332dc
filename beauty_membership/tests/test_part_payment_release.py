# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import psycopg2

from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..exceptions import GrantRefused, MembershipError
from .test_part_payment import PartPaymentCommon


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
class TestPartPaymentRefunds(PartPaymentCommon):
    """Giving payments back, and the contract with them."""

    def _refund(self, order, **values):
        return self._sync(self._ticket(self._refund_lines(order.lines), **values))

    def test_untouched_contract_gives_back_what_was_paid(self):
        contract = self._sell_part(300, 660)
        self._refund(contract.pos_order_id)
        self.assertRecordValues(contract, [{"state": "closed", "amount_due": 0.0}])
        self._assert_holding(contract.entitlement_ids, 0, 0.0)
        self._close()
        self._assert_ledger_holds()

    def test_used_contract_is_not_refunded_from_the_ticket(self):
        contract = self._sell_part(300, 660)
        self._use(contract.entitlement_ids)
        lines = self._refund_lines(contract.pos_order_id.lines)
        message = self._assert_refused(GrantRefused, self._ticket(lines))
        self.assertIn("1 of its units", message)

    def test_payment_is_given_back_with_its_units(self):
        contract = self._sell_part(300, 660)
        order = self._pay(contract, 276)
        self._assert_holding(contract.entitlement_ids, 6, 576.0)
        self._refund(order)
        self._assert_holding(contract.entitlement_ids, 3, 300.0)
        self.assertEqual(contract.amount_due, 660.0)
        lines = self._refund_lines(order.lines)
        self._assert_refused(GrantRefused, self._ticket(lines))
        self._refund(contract.pos_order_id)
        self.assertEqual(contract.state, "closed")
        self._close()
        self._assert_ledger_holds()

    def test_payment_whose_units_were_used_stays(self):
        contract = self._sell_part(300, 660)
        order = self._pay(contract, 276)
        for _i in range(4):
            self._use(contract.entitlement_ids)
        lines = self._refund_lines(order.lines)
        self._assert_refused(GrantRefused, self._ticket(lines))

    def test_sale_refund_gives_all_payments_back(self):
        contract = self._sell_part(300, 660)
        self._pay(contract, 100)
        (line,) = self._refund_lines(contract.pos_order_id.lines)
        message = self._assert_refused(GrantRefused, self._ticket([line]))
        self.assertIn("400", message)
        line.update(price_unit=400, price_subtotal=-400, price_subtotal_incl=-400)
        self._sync(self._ticket([line]))
        self.assertEqual(contract.state, "closed")
        self._close()
        self._assert_ledger_holds()

    def test_one_of_three_plans_is_refunded(self):
        contracts = self._sell_part(300, 1980, qty=3)
        (line,) = self._refund_lines(contracts.pos_order_id.lines)
        line.update(qty=-1, price_subtotal=-300, price_subtotal_incl=-300)
        self._sync(self._ticket([line]))
        self.assertEqual(sorted(contracts.mapped("state")), ["active"] * 2 + ["closed"])


@tagged("post_install", "-at_install")
class TestPartPaymentTaxedAtSale(PartPaymentCommon):
    """Tax due at the sale is due on each payment; the cents add up."""

    def setUp(self):
        super().setUp()
        self.plan_s = self._create_plan(
            "S", 833.33, tax_point="sale", policy_id=self.policy.id
        )

    def _assert_sold_in_three(self, first, second, last):
        due = round(second + last, 2)
        contract = self._sell_part(first, due, self.plan_s)
        holding = contract.entitlement_ids
        self._pay(contract, second)
        self._pay(contract, last)
        self._assert_holding(holding, 10, holding.amount)
        for _i in range(10):
            self._use(holding)
        self._assert_holding(holding, 0, 0.0)
        self._close()
        self._assert_ledger_holds()

    def test_payments_sum_to_the_promise(self):
        self._assert_sold_in_three(300.01, 266.66, 266.66)

    def test_payments_sum_to_the_promise_under_global_rounding(self):
        self.company.tax_calculation_rounding_method = "round_globally"
        self._assert_sold_in_three(277.77, 277.78, 277.78)

    def test_books_of_each_payment(self):
        contract = self._sell_part(300, 533.33, self.plan_s)
        self.assertEqual(contract.entitlement_ids.amount, 694.44)
        self._assert_holding(contract.entitlement_ids, 3, 250.0)
        items = self._close().move_id.line_ids
        vat = items.filtered("tax_line_id")
        self.assertEqual(sum(vat.mapped("balance")), -50.0)
        self._assert_ledger_holds()

    def test_refund_of_payments_on_several_tickets(self):
        contract = self._sell_part(300.01, 533.32, self.plan_s)
        self._pay(contract, 133.33)
        (line,) = self._refund_lines(contract.pos_order_id.lines)
        line.update(price_unit=433.34, price_subtotal_incl=-433.34)
        self._sync(self._ticket([line]))
        self.assertEqual(contract.state, "closed")
        self._assert_holding(contract.entitlement_ids, 0, 0.0)
        self._close()
        self._assert_ledger_holds()

    def test_tax_on_top(self):
        self.vat.price_include_override = "tax_excluded"
        plan = self._create_plan("T", 800, tax_point="sale", policy_id=self.policy.id)
        contract = self._sell_part(250, 660, plan)
        self.assertEqual(contract.price_total, 960.0)
        self._assert_holding(contract.entitlement_ids, 3, 250.0)
        self._pay(contract, 550)
        self._assert_holding(contract.entitlement_ids, 10, 800.0)
        self._close()
        self._assert_ledger_holds()


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
        self._post(holding, quantity=-10, amount=-959)
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
