# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import new_test_user, tagged

from ..exceptions import GrantRefused, MembershipError
from .common_refund import RefundCommon


@tagged("post_install", "-at_install")
class TestRefundTill(RefundCommon):
    """A cashier refunds a contract with her manager's PIN; closing books it."""

    def _pay_out(self, contract, **values):
        answer = self._ask_refund(contract, **values)
        self.assertTrue(answer["ok"], answer)
        return self._sync(self._pay_out_ticket(answer)), answer

    def test_quote_shows_each_cause(self):
        contract = self._sell_used()
        quote = self._till_contract().get_refund_quote(contract.id, self.config.id)
        self.assertEqual(
            [(row["cause"], row["amount"]) for row in quote["causes"]],
            [("salon", 672.0), ("member", 600.0)],
        )
        self.assertEqual(quote["cause"], "member")
        self.assertEqual(quote["paid_with"], "Cash $\xa0960.00")
        self.assertFalse(quote["pending"])
        rows = self._till_contract().get_refundable(self.member.id, self.config.id)
        self.assertEqual([row["contract_id"] for row in rows], contract.ids)
        self.assertEqual(rows[0]["left"], "Facial: 7")
        self.assertFalse(self.env["beauty.operation"].search([]))

    def test_quote_of_a_mixed_ticket_names_what_paid_the_contract(self):
        used = self._sell_plan().entitlement_ids
        for lines, words in (
            ([self._plan_line(), self._use_line(used)], "Cash $\xa0960.00"),
            ([self._plan_line(), self._line(self.facial)], "Cash"),
        ):
            contract = self._get_contracts(self._sync(self._ticket(lines)))
            quote = self._till_contract().get_refund_quote(contract.id, self.config.id)
            self.assertEqual(quote["paid_with"], words)

    def test_cash_out_taxed_at_the_use(self):
        contract = self._sell_used()
        order, answer = self._pay_out(contract)
        self.assertEqual(order.amount_total, -600.0)
        self.assertEqual(order.payment_ids.mapped("amount"), [-600.0])
        self.assertEqual((contract.state, contract.amount_remaining), ("closed", 0.0))
        operation = self.env["beauty.operation"].browse(answer["operation_id"])
        self.assertEqual((operation.state, operation.pos_order_id), ("done", order))
        self.assertEqual(operation.approval_id.approver_id, self.manager_employee)
        items = self._get_items(self._close())
        self.assertEqual(
            items, {"liability": 672.0, "cash": -600.0, "revenue": -60.0, "vat": -12.0}
        )
        self._assert_ledger_holds()
        self.assertTrue(all(contract.entry_ids.mapped("account_move_line_id")))
        self.assertFalse(self.env["beauty.exception"].search([]))

    def test_cash_out_taxed_at_the_sale(self):
        plan = self._create_plan("S", tax_point="sale", policy_id=self.policy.id)
        self._pay_out(self._sell_used(plan=plan))
        items = self._get_items(self._close())
        self.assertEqual(
            items, {"liability": 560.0, "cash": -600.0, "revenue": -60.0, "vat": 100.0}
        )
        self._assert_ledger_holds()

    def test_cash_out_with_taxes_on_top(self):
        self.vat.price_include_override = "tax_excluded"
        self.facial.list_price = 100
        for tax_point, price in (("redemption", 960), ("sale", 800)):
            plan = self._create_plan(
                tax_point, price, tax_point=tax_point, policy_id=self.policy.id
            )
            contract = self._sell_used(plan=plan)
            order, _answer = self._pay_out(contract)
            self.assertEqual(order.amount_total, -600.0)
            items = self._get_items(self._close())
            is_sale = tax_point == "sale"
            self.assertEqual(
                items,
                {
                    "liability": 560.0 if is_sale else 672.0,
                    "cash": -600.0,
                    "revenue": -60.0,
                    "vat": 100.0 if is_sale else -12.0,
                },
            )
            self.session = self._open_session(self.config)
        self._assert_ledger_holds()

    def test_odd_amounts_end_at_exactly_nothing(self):
        """1000 in twelve, taxed at the sale: no cent stays anywhere."""
        for tax_point in ("sale", "redemption"):
            plan = self._create_plan(
                f"Odd {tax_point}",
                1000,
                lines=[(self.facial, 12)],
                tax_point=tax_point,
                policy_id=self.policy.id,
            )
            contract = self._sell_used(1, plan=plan)
            self._pay_out(contract, cause="salon")
            self.assertEqual(contract.amount_remaining, 0.0)
            self._reopen()
        self._assert_ledger_holds()
        self.assertFalse(self.env["beauty.exception"].search([]))

    def test_refund_pays_for_something_else(self):
        contract = self._sell_used()
        answer = self._ask_refund(contract)
        ticket = self._pay_out_ticket(answer, [self._line(self.serum)])
        order = self._sync(ticket)
        self.assertEqual(order.amount_total, -540.0)
        self._reopen()
        self._assert_ledger_holds()

    def test_receipt_says_how_it_was_worked_out(self):
        order, _answer = self._pay_out(self._sell_used())
        row = next(r for r in order.membership_summary if r["kind"] == "refund")
        self.assertEqual((row["refund"], row["cause"]), (600.0, "The Member"))
        self.assertEqual(
            [(r["label"], r["amount"]) for r in row["rows"]],
            [
                ("Paid", 960.0),
                ("3 × Facial used", -360.0),
                ("Gives back, by the policy", 600.0),
            ],
        )

    def test_bank_transfer_is_noted_at_once(self):
        contract = self._sell_used()
        answer = self._ask_refund(contract, tender="bank")
        self.assertEqual((answer["amount"], answer["lines"]), (600.0, []))
        operation = self.env["beauty.operation"].browse(answer["operation_id"])
        self.assertEqual(operation.state, "done")
        self.assertEqual(self._get_books(operation)["payable"], -600.0)
        self.assertEqual(contract.state, "closed")
        self._assert_ledger_holds()

    def test_wrong_pin_stores_nothing(self):
        contract = self._sell_used()
        answer = self._ask_refund(contract, pin="9999")
        self.assertFalse(answer["ok"])
        self.assertFalse(self.env["beauty.operation"].search([]))
        self.assertFalse(self.env["beauty.approval"].search([]))
        with self.assertRaises(MembershipError):
            self._ask_refund(contract, reason=" ")

    def test_second_click_finds_the_first_refund(self):
        contract = self._sell_used()
        first, second = (self._ask_refund(contract) for _click in range(2))
        self.assertEqual(first["operation_id"], second["operation_id"])
        self.assertEqual(self.env["beauty.operation"].search_count([]), 1)
        quote = self._till_contract().get_refund_quote(contract.id, self.config.id)
        self.assertEqual(quote["pending"]["operation_id"], first["operation_id"])

    def test_replayed_ticket_changes_nothing(self):
        contract = self._sell_used()
        ticket = self._pay_out_ticket(self._ask_refund(contract))
        self._sync(ticket)
        count = self.env["beauty.entry"].search_count([])
        self._sync(ticket)
        self.assertEqual(self.env["beauty.entry"].search_count([]), count)

    def test_two_tills_pay_it_out_once(self):
        answer = self._ask_refund(self._sell_used())
        first, second = (self._pay_out_ticket(answer) for _till in range(2))
        self._sync(first)
        message = self._assert_refused(GrantRefused, second)
        self.assertIn("another till", message)

    def test_forged_tickets_store_nothing(self):
        contract = self._sell_used()
        answer = self._ask_refund(contract)
        more = self._pay_out_ticket(
            answer, payments=[(self.cash, -700)], amount_paid=-700
        )
        less = self._pay_out_ticket(answer, payments=[(self.cash, -500)])
        other = self._pay_out_ticket(answer, partner=self.other_member)
        prepaid = self._pay_out_ticket(answer, payments=[(self.prepaid, -600)])
        for ticket in (more, less, other, prepaid):
            self._assert_refused(MembershipError, ticket)
        alone = self._ticket(self._pay_out_lines(answer)[:1])
        self._assert_refused(GrantRefused, alone)
        priced = self._pay_out_lines(answer)
        priced[0]["price_unit"] = 10000
        priced[0]["price_subtotal_incl"] = -10000
        self._assert_refused(MembershipError, self._ticket(priced))
        self.assertEqual((contract.state, contract.amount_remaining), ("active", 672))

    def test_used_meanwhile_it_is_not_paid_out(self):
        contract = self._sell_used()
        ticket = self._pay_out_ticket(self._ask_refund(contract))
        self._use(contract.entitlement_ids)
        self._assert_refused(MembershipError, ticket)
        self.assertEqual(contract.entitlement_ids.remaining, 6)

    def test_member_changes_her_mind(self):
        answer = self._ask_refund(self._sell_used())
        self._till_contract().cancel_at_till(answer["operation_id"], self.config.id)
        ticket = self._pay_out_ticket(answer)
        self._assert_refused(GrantRefused, ticket)

    def test_manager_prepares_the_cashier_pays(self):
        contract = self._sell_used()
        operation = self._refund(contract, tender="till")
        self.assertEqual((operation.state, contract.state), ("to_pay", "active"))
        quote = self._till_contract().get_refund_quote(contract.id, self.config.id)
        self._sync(self._pay_out_ticket(quote["pending"]))
        self.assertEqual((operation.state, contract.state), ("done", "closed"))
        with self.assertRaisesRegex(MembershipError, "paid out with"):
            operation.action_reverse()
        self._reopen()
        self._assert_ledger_holds()

    def test_waiting_refund_is_cancelled_by_the_manager(self):
        operation = self._refund(self._sell_used(), tender="till")
        operation.action_cancel()
        self.assertEqual(operation.state, "cancelled")

    def test_who_is_no_cashier_gets_no_quote(self):
        contract = self._sell_used()
        user = new_test_user(
            self.env,
            "beauty_accountant_only",
            groups="beauty_membership.group_accountant",
            company_id=self.company.id,
        )
        with self.assertRaisesRegex(MembershipError, "Only a till"):
            self.env["beauty.contract"].with_user(user).refund_at_till(
                contract.id, {"reason": "x", "order_uuid": "x"}, "1234", self.config.id
            )

    def test_prepaid_by_card_goes_back_to_value(self):
        """What was paid with stored value is proposed to go back there."""
        recharge = self.env["beauty.plan"].create(
            {
                "name": "Balance",
                "price": 1000,
                "allows_plans": True,
                "company_id": self.company.id,
                "line_ids": [(0, 0, {"kind": "value", "quantity": 1000})],
            }
        )
        self._sell_plan(recharge)
        line = self._plan_line()
        order = self._sync(self._ticket([line], payments=[(self.prepaid, 960)]))
        contract = self._get_contracts(order)
        operation = self._new_operation(contract, "refund")
        self.assertEqual(operation.tender, "value")
        self.assertEqual(operation.value_plan_id, recharge)
        operation.action_confirm()
        self.assertEqual(operation.new_contract_id.principal_remaining, 960.0)
        self._reopen()
        self._assert_ledger_holds()
