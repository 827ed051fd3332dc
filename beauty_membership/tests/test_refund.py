# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..exceptions import MembershipError
from .common_refund import RefundCommon


@tagged("post_install", "-at_install")
class TestRefund(RefundCommon):
    """Refunds from the back office: formula, books, rights."""

    def test_members_cause_taxed_at_the_use(self):
        contract = self._sell_used()
        operation = self._refund(contract)
        self.assertEqual(operation.refund_amount, 600.0)
        self.assertEqual(
            self._get_books(operation),
            {"liability": 672.0, "payable": -600.0, "revenue": -60.0, "vat": -12.0},
        )
        self.assertEqual(self._get_tags(operation.move_id), (-60.0, -12.0))
        self.assertEqual((contract.state, contract.amount_remaining), ("closed", 0.0))
        self._assert_ledger_holds()

    def test_members_cause_taxed_at_the_sale(self):
        plan = self._create_plan("S", tax_point="sale", policy_id=self.policy.id)
        operation = self._refund(self._sell_used(plan=plan))
        self.assertEqual(
            self._get_books(operation),
            {"liability": 560.0, "payable": -600.0, "revenue": -60.0, "vat": 100.0},
        )
        # the tax return loses what the member got back
        self.assertEqual(self._get_tags(operation.move_id), (500.0, 100.0))
        self._assert_ledger_holds()

    def test_salons_cause_at_both_tax_points(self):
        operation = self._refund(self._sell_used(), "salon")
        self.assertEqual(
            self._get_books(operation), {"liability": 672.0, "payable": -672.0}
        )
        plan = self._create_plan("S", tax_point="sale", policy_id=self.policy.id)
        operation = self._refund(self._sell_used(plan=plan), "salon")
        self.assertEqual(
            self._get_books(operation),
            {"liability": 560.0, "payable": -672.0, "vat": 112.0},
        )
        self._assert_ledger_holds()

    def test_taxes_on_top(self):
        """Prices without taxes: 100 a facial, 800 the plan; the member pays 960."""
        self.vat.price_include_override = "tax_excluded"
        self.facial.list_price = 100
        expected = {
            "redemption": (960, -12.0, 672.0),
            "sale": (800, 100.0, 560.0),
        }
        for tax_point, (price, vat, liability) in expected.items():
            plan = self._create_plan(
                tax_point, price, tax_point=tax_point, policy_id=self.policy.id
            )
            contract = self._sell_used(plan=plan)
            with self.subTest(tax_point=tax_point):
                self.assertEqual(contract.price_total, 960.0)
                operation = self._refund(contract)
                self.assertEqual(operation.refund_amount, 600.0)
                self.assertEqual(
                    self._get_books(operation),
                    {
                        "liability": liability,
                        "payable": -600.0,
                        "revenue": -60.0,
                        "vat": vat,
                    },
                )
        self._assert_ledger_holds()

    def test_calculation_is_shown_before_anybody_agrees(self):
        contract = self._sell_used()
        amount, rows = self._get_quote(contract, "member")
        self.assertEqual(amount, 600.0)
        self.assertEqual(
            rows[1:],
            [
                ("Paid", 960.0),
                ("3 × Facial used", -360.0),
                ("Gives back, by the policy", 600.0),
            ],
        )
        amount, rows = self._get_quote(contract, "salon")
        self.assertEqual((amount, rows[2]), (672.0, ("3 × Facial used", -288.0)))
        self.assertEqual(contract.state, "active")

    def test_fee_and_interest(self):
        self.policy.write(
            {
                "refund_fee_percent": 10,
                "refund_fee_amount": 12,
                "refund_interest_percent": 3.65,
            }
        )
        operation = self._refund(self._sell_used())
        # 10 % of 600 and 12 are the salon's, as taxed income
        self.assertEqual((operation.refund_amount, operation.fee_amount), (528.0, 72.0))
        self.assertEqual(
            self._get_books(operation),
            {"liability": 672.0, "payable": -528.0, "revenue": -120.0, "vat": -24.0},
        )
        contract = self._sell_used()
        ended = contract.company_id._get_beauty_today()
        quote = self._new_operation(contract, "refund", cause="salon", tender="bank")
        quote.date_ended = ended.replace(year=ended.year - 1)
        days = (quote.date - quote.date_ended).days
        self.assertEqual(quote.interest_amount, round(672 * 0.0365 * days / 365, 2))
        quote.action_confirm()
        books = self._get_books(quote)
        self.assertEqual(books["interest"], quote.interest_amount)
        self.assertEqual(books["payable"], -quote.refund_amount)
        self._assert_ledger_holds()

    def test_another_amount_needs_a_reason_and_another_person(self):
        contract = self._sell_used()
        operation = self._new_operation(contract, "refund", cause="member")
        operation.tender = "bank"
        operation.refund_amount = 650
        with self.assertRaisesRegex(MembershipError, "differs from the policy"):
            operation.action_confirm()
        operation.reason = "Twenty years with us"
        operation.action_confirm()
        self.assertEqual(operation.state, "to_approve")
        with self.assertRaisesRegex(MembershipError, "another manager"):
            operation.action_approve()
        self.assertEqual(contract.state, "active")
        operation.with_user(self.manager_2).action_approve()
        self.assertEqual((operation.state, contract.state), ("done", "closed"))
        self.assertEqual(operation.approver_id, self.manager_2)
        books = self._get_books(operation)
        self.assertEqual((books["payable"], books["revenue"]), (-650.0, -18.33))
        self._assert_ledger_holds()

    def test_more_than_was_paid_is_refused(self):
        operation = self._new_operation(self._sell_used(), "refund", cause="member")
        operation.write({"tender": "bank", "refund_amount": 961, "reason": "x"})
        with self.assertRaisesRegex(MembershipError, "between 0 and"):
            operation.action_confirm()
        operation.refund_amount = -1
        with self.assertRaisesRegex(MembershipError, "between 0 and"):
            operation.action_confirm()
        self.assertFalse(operation.entry_ids)

    def test_a_part_and_the_rest(self):
        contract = self._sell_used()
        operation = self._new_operation(contract, "refund", cause="member")
        operation.tender = "bank"
        operation.line_ids.quantity = 2
        self.assertEqual(operation.refund_amount, 120.0)
        operation.action_confirm()
        self.assertEqual(contract.state, "active")
        self.assertEqual(contract.entitlement_ids.remaining, 5)
        rest = self._refund(contract)
        self.assertEqual(rest.refund_amount, 480.0)
        self.assertEqual(contract.state, "closed")
        self._assert_ledger_holds()

    def test_cooling_off(self):
        self.policy.write({"cooling_off_days": 7, "is_cooling_off_once": True})
        contract = self._sell_used()
        operation = self._new_operation(contract, "refund")
        self.assertEqual(operation.cause, "cooling")
        # what was used counts at the contract's price
        self.assertEqual(operation.refund_amount, 672.0)
        operation.had_before = True
        self.assertEqual(operation.cause, "member")
        # all of this takes less than a second
        self.env.cr.execute(
            "UPDATE beauty_service_log SET date = date - interval '1 hour'"
        )
        second = self._sell_used(0)
        operation = self._new_operation(second, "refund")
        self.assertTrue(operation.had_before)
        self.assertEqual(operation.cause, "member")
        operation.cause = "cooling"
        operation.tender = "bank"
        with self.assertRaisesRegex(MembershipError, "cooling-off days"):
            operation.action_confirm()

    def test_a_later_policy_changes_no_contract(self):
        contract = self._sell_used()
        self.policy.write({"refund_member": "nothing", "refund_fee_amount": 100})
        self.assertEqual(self._get_quote(contract, "member")[0], 600.0)

    def test_nothing_is_given_back_by_the_terms(self):
        self.policy.refund_member = "nothing"
        operation = self._refund(self._sell_used())
        self.assertEqual(operation.refund_amount, 0.0)
        self.assertEqual(
            self._get_books(operation),
            {"liability": 672.0, "revenue": -560.0, "vat": -112.0},
        )
        self._assert_ledger_holds()

    def test_stored_value_instead_of_money(self):
        plan = self.env["beauty.plan"].create(
            {
                "name": "Balance",
                "price": 500,
                "company_id": self.company.id,
                "line_ids": [(0, 0, {"kind": "value", "quantity": 500})],
            }
        )
        contract = self._sell_used()
        operation = self._refund(contract, tender="value", value_plan_id=plan)
        new = operation.new_contract_id
        self.assertEqual((new.principal_remaining, new.amount_remaining), (600, 600))
        self.assertEqual(
            self._get_books(operation),
            {"liability": 72.0, "revenue": -60.0, "vat": -12.0},
        )
        self._assert_ledger_holds()
        operation.action_reverse()
        self.assertEqual((contract.state, contract.amount_remaining), ("active", 672.0))
        self.assertEqual((new.state, new.amount_remaining), ("closed", 0.0))
        self._assert_ledger_holds()

    def test_reversed_it_is_as_before(self):
        contract = self._sell_used()
        operation = self._refund(contract)
        operation.action_reverse()
        self.assertEqual(contract.state, "active")
        self.assertEqual(contract.entitlement_ids.remaining, 7)
        self.assertEqual(contract.amount_remaining, 672.0)
        self.assertEqual(self._get_quote(contract, "member")[0], 600.0)
        self._assert_ledger_holds()

    def test_second_press_changes_nothing(self):
        operation = self._refund(self._sell_used())
        count = self.env["beauty.entry"].search_count([])
        operation.action_confirm()
        self.assertEqual(self.env["beauty.entry"].search_count([]), count)

    def test_second_quote_of_another_manager_is_refused(self):
        contract = self._sell_used()
        quotes = [
            self._new_operation(contract, "refund", cause="member") for _n in range(2)
        ]
        for quote in quotes:
            quote.tender = "bank"
        quotes[0].action_confirm()
        with self.assertRaisesRegex(MembershipError, "closed"):
            quotes[1].with_user(self.manager_2).action_confirm()
        self.assertFalse(quotes[1].entry_ids)

    def test_used_meanwhile_the_quote_is_stale(self):
        contract = self._sell_used()
        quote = self._new_operation(contract, "refund", cause="member")
        quote.tender = "bank"
        self._use(contract.entitlement_ids)
        with self.assertRaisesRegex(MembershipError, "Only 6"):
            quote.action_confirm()

    def test_closed_period_is_booked_in_the_open_one(self):
        contract = self._sell_used()
        self._close()
        quote = self._new_operation(contract, "refund", cause="member")
        quote.tender = "bank"
        self.company.sudo().fiscalyear_lock_date = quote.date
        quote.action_confirm()
        self.assertGreater(quote.move_id.date, quote.date)
        self._assert_ledger_holds()

    def test_bank_transfer_is_a_payment_to_register(self):
        operation = self._refund(self._sell_used())
        self.assertTrue(operation.is_payable)
        action = operation.sudo().action_register_payment()
        wizard = (
            self.env["account.payment.register"]
            .with_context(**action["context"])
            .create({})
        )
        self.assertEqual((wizard.amount, wizard.payment_type), (600.0, "outbound"))
        wizard.action_create_payments()
        operation.invalidate_recordset(["is_payable"])
        self.assertFalse(operation.is_payable)

    def test_amounts_of_the_policy_are_not_sent(self):
        operation = self._new_operation(self._sell_used(), "refund", cause="member")
        for name in ("policy_amount", "base_amount", "taken_amount"):
            with self.assertRaises(MembershipError):
                operation.write({name: 900})

    def test_forged_fee_is_refused(self):
        operation = self._new_operation(self._sell_used(), "refund", cause="member")
        operation.write({"tender": "bank", "fee_amount": 72})
        with self.assertRaisesRegex(MembershipError, "has changed"):
            operation.action_confirm()

    def test_cashier_cannot_refund_from_the_back_office(self):
        contract = self._sell_used()
        with self.assertRaises(AccessError):
            self.env["beauty.operation"].with_user(self.cashier).create(
                {"kind": "refund", "contract_id": contract.id}
            )

    def test_statement_is_printed_in_both_languages(self):
        operation = self._refund(self._sell_used())
        self.env["res.lang"]._activate_lang("zh_CN")
        for lang in ("en_US", "zh_CN"):
            self.member.lang = lang
            html, _kind = self.env["ir.actions.report"]._render_qweb_html(
                "beauty_membership.report_operation", operation.ids
            )
            text = html.decode()
            self.assertIn("600.00", text)
            self.assertIn("360.00", text)
