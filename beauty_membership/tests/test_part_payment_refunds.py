# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from ..exceptions import GrantRefused
from .common_part_payment import PartPaymentCommon


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
