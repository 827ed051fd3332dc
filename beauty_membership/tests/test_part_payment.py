# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.tests import new_test_user, tagged

from ..exceptions import RedemptionRefused
from .common_part_payment import PartPaymentCommon


@tagged("post_install", "-at_install")
class TestPartPayment(PartPaymentCommon):
    """A part of the price now, the rest later, what is paid for released."""

    def setUp(self):
        super().setUp()
        self.contract = self._sell_part(300, 660)
        self.holding = self.contract.entitlement_ids

    def test_part_releases_what_is_paid_for(self):
        self.assertRecordValues(
            self.contract,
            [{"price_total": 960.0, "amount_paid": 300.0, "amount_due": 660.0}],
        )
        self.assertRecordValues(
            self.holding,
            [{"quantity": 10, "amount": 960.0, "unit_amount": 96.0}],
        )
        self._assert_holding(self.holding, 3, 300.0)
        self.assertEqual(self.contract.units_pending, 7)

    def test_technician_sees_what_is_pending(self):
        technician = new_test_user(
            self.env,
            "part_technician",
            groups="beauty_membership.group_technician",
            company_id=self.company.id,
            company_ids=[Command.set(self.company.ids)],
        )
        contract = self.contract.with_user(technician)
        contract.invalidate_recordset()
        self.assertEqual(contract.units_pending, 7)

    def test_payments_release_more_and_the_last_all(self):
        self._pay(self.contract, 84)
        self._assert_holding(self.holding, 4, 384.0)
        self._pay(self.contract, 1)
        self._assert_holding(self.holding, 4, 385.0)
        self._pay(self.contract, 575)
        self._assert_holding(self.holding, 10, 960.0)
        self.assertEqual(self.contract.amount_due, 0.0)
        self._assert_ledger_holds()

    def test_closing_of_part_use_and_arrears(self):
        self._use(self.holding)
        self._pay(self.contract, 660)
        self._use(self.holding)
        session = self._close()
        lines = session.move_id.line_ids.filtered(
            lambda line: line.account_id == self.liability
        )
        self.assertEqual(lines.partner_id, self.member)
        self.assertEqual(sum(lines.mapped("balance")), -768.0)
        self.env.invalidate_all()
        self.assertTrue(all(self.contract.entry_ids.mapped("account_move_line_id")))
        self._assert_ledger_holds()

    def test_more_than_released_is_refused(self):
        for _i in range(3):
            self._use(self.holding)
        self._assert_holding(self.holding, 0, 12.0)
        line = self._line(self.facial, 96, entitlement_id=self.holding.id)
        self._assert_refused(RedemptionRefused, self._ticket([line]))

    def test_odd_price_ends_at_exactly_nothing(self):
        plan = self._create_plan("Odd", 833.33, policy_id=self.policy.id)
        contract = self._sell_part(250, 583.33, plan)
        holding = contract.entitlement_ids
        self._assert_holding(holding, 3, 250.0)
        for _i in range(3):
            self._use(holding)
        self._pay(contract, 333.33)
        self._pay(contract, 250)
        for _i in range(6):
            self.assertEqual(self._use(holding).amount_total, 83.33)
        self.assertEqual(self._use(holding).amount_total, 83.36)
        self._assert_holding(holding, 0, 0.0)
        self._close()
        self._assert_ledger_holds()

    def test_package_with_several_lines(self):
        facial = self._create_service("Small facial", 100)
        plan = self._create_plan(
            "Mixed", 800, [(facial, 8), (self.massage, 2)], policy_id=self.policy.id
        )
        contract = self._sell_part(400, 400, plan)
        big, small = contract.entitlement_ids.sorted("amount", reverse=True)
        self.assertEqual((big.amount, small.amount), (581.82, 218.18))
        self._assert_holding(big, 4, 290.91)
        self._assert_holding(small, 1, 109.09)
        self._pay(contract, 400)
        self._assert_holding(big, 8, 581.82)
        self._assert_holding(small, 2, 218.18)

    def test_three_plans_on_one_line(self):
        contracts = self._sell_part(300, 1980, qty=3)
        self.assertEqual(contracts.mapped("amount_due"), [660.0] * 3)
        for holding in contracts.entitlement_ids:
            self._assert_holding(holding, 3, 300.0)

    def test_first_session_used_on_the_same_ticket(self):
        plan_line = self._part_line(300, 660)
        use = self._line(self.facial, 96, plan_line_uuid=plan_line["uuid"])
        order = self._sync(self._ticket([plan_line, use]))
        self._assert_holding(self._get_contracts(order).entitlement_ids, 2, 204.0)

    def test_last_released_unit_costs_a_unit(self):
        self._use(self.holding)
        self._use(self.holding)
        self.assertEqual(self._use(self.holding).amount_total, 96.0)
        self._assert_holding(self.holding, 0, 12.0)
        self._pay(self.contract, 660)
        self._assert_holding(self.holding, 7, 672.0)

    def test_card_shows_what_is_due(self):
        card = self._get_card()
        self.assertEqual(card["arrears"], 660.0)
        (row,) = card["contracts_due"]
        self.assertEqual(
            (row["contract_id"], row["amount_due"], row["price_total"]),
            (self.contract.id, 660.0, 960.0),
        )
        self.assertEqual(
            row["product_id"], self.plan.product_tmpl_id.product_variant_id.id
        )
        (session,) = card["sessions"]
        self.assertEqual((session["remaining"], session["amount_remaining"]), (3, 288))
        self.assertEqual(session["prices"][self.facial.id]["last"]["value"], 96.0)

    def test_card_stays_in_few_queries(self):
        self._get_card()
        self.env.invalidate_all()
        with self.assertQueryCount(12):
            self._get_card()

    def test_arrears_by_invoice(self):
        order = self._pay(self.contract, 660, to_invoice=True)
        self.assertEqual(order.account_move.payment_state, "paid")
        self._close()
        self.env.invalidate_all()
        self.assertTrue(all(self.contract.entry_ids.mapped("account_move_line_id")))
        self._assert_ledger_holds()

    def test_seller_earns_on_each_payment(self):
        line = self._part_line(300, 660, seller_id=self.manager_employee.id)
        contract = self._get_contracts(self._sync(self._ticket([line])))
        self._pay(contract, 100)
        rows = self.env["beauty.performance"].search(
            [("employee_id", "=", self.manager_employee.id)]
        )
        self.assertEqual(sorted(rows.mapped("amount")), [100.0, 300.0])

    def test_replayed_payment_changes_nothing(self):
        line = self._arrears_line(self.contract, 100)
        ticket = self._ticket([line])
        self._sync({**ticket})
        before = self._count_rows()
        self._sync({**ticket})
        self.assertEqual(self._count_rows(), before)
        self.assertEqual(self.contract.amount_due, 560.0)

    def test_receipt_says_what_is_left_to_pay(self):
        order = self._pay(self.contract, 100)
        (row,) = [r for r in order.membership_summary if r["kind"] == "payment"]
        self.assertEqual((row["paid"], row["amount_due"]), (100.0, 560.0))

    def test_arrears_at_another_shop(self):
        shop = self.env["beauty.shop"].create({"name": "Back"})
        config = self._create_config("Back desk")
        config.write({"beauty_shop_id": shop.id})
        cash = self.cash.copy({"journal_id": self.cash_journal.copy().id})
        config.payment_method_ids |= cash
        session = self._open_session(config)
        line = self._arrears_line(self.contract, 660)
        self._sync(self._ticket([line], session=session, payments=[(cash, 660)]))
        self.assertEqual(self.contract.shop_id, self.shop)
        entries = self.contract.entry_ids.sorted("id")
        self.assertEqual(entries.mapped("shop_id"), self.shop | shop)
        self.assertEqual(entries[-1].shop_id, shop)
        use = self._use_line(self.holding)
        self._sync(self._ticket([use], session=session))
        self.assertEqual(self.holding.entry_ids.sorted("id")[-1].shop_id, shop)
        self._close(session)
        self._close()
        self._assert_ledger_holds()
