# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, fields
from odoo.tests import tagged

from ..exceptions import GrantRefused, MembershipError
from .common_invoice import InvoiceCommon


@tagged("post_install", "-at_install")
class TestInvoiceSale(InvoiceCommon):
    """A plan on a customer invoice becomes the customer's contract when posted."""

    def test_posted_tax_when_used(self):
        invoice = self._invoice()
        contract = self._sold(invoice)
        self.assertEqual(
            self._items(invoice), {"asset_receivable": 960.0, "liability": -960.0}
        )
        self.assertRecordValues(
            contract,
            [
                {
                    "partner_id": self.member.id,
                    "state": "active",
                    "price_total": 960.0,
                    "amount_paid": 0.0,
                    "amount_due": 960.0,
                    "amount_remaining": 960.0,
                    "units_left": 10,
                    "shop_id": self.shop.id,
                    "date_start": fields.Date.today(),
                }
            ],
        )
        entry = contract.entry_ids
        self.assertEqual(entry.account_move_line_id, contract.move_line_id)
        self.assertEqual(contract.amount_in_transit, 0.0)
        self._use(contract.entitlement_ids)
        self._assert_all_holds()

    def test_posted_tax_when_sold(self):
        invoice = self._invoice(self.plan_s)
        contract = self._sold(invoice)
        self.assertEqual(
            self._items(invoice),
            {"asset_receivable": 960.0, "liability": -800.0, "vat": -160.0},
        )
        self.assertEqual(contract.entitlement_ids.amount, 800.0)
        self.assertEqual(contract.price_total, 960.0)
        self._use(contract.entitlement_ids)
        session = self._next_session()
        self.assertEqual(self._get_items(session)["liability"], 80.0)
        self._assert_all_holds()

    def test_taxes_on_top(self):
        self.vat.price_include_override = "tax_excluded"
        invoice = self._invoice(self.plan_s)
        contract = self._sold(invoice)
        self.assertEqual(
            self._items(invoice),
            {"asset_receivable": 1152.0, "liability": -960.0, "vat": -192.0},
        )
        self.assertEqual(contract.price_total, 1152.0)
        self._use(contract.entitlement_ids)
        invoice = self._invoice(self.plan)
        self.assertEqual(self._sold(invoice).amount_remaining, 960.0)
        self._use(self._sold(invoice).entitlement_ids)
        self._assert_all_holds()

    def test_quantity_and_discount(self):
        invoice = self._invoice(quantity=3, discount=10, price_unit=100.01)
        contracts = self._sold(invoice)
        self.assertEqual(len(contracts), 3)
        self.assertEqual(contracts.mapped("price_total"), [90.01, 90.01, 90.01])
        self.assertEqual(contracts.mapped("amount_remaining"), [90.01, 90.01, 90.01])
        self._assert_all_holds()

    def test_discount_with_an_account_for_discounts(self):
        account = self.company_data["default_account_expense"]
        self.company.account_discount_expense_allocation_id = account
        invoice = self._invoice(discount=10)
        self.assertEqual(self._items(invoice)["liability"], -864.0)
        self._assert_all_holds()

    def test_person_of_a_company(self):
        firm = self.env["res.partner"].create({"name": "Firm", "is_company": True})
        self.member.parent_id = firm
        invoice = self._invoice(partner=firm, beauty_member_id=self.member.id)
        contract = self._sold(invoice)
        self.assertEqual(contract.partner_id, self.member)
        self.assertEqual(contract.move_line_id.partner_id, firm)
        self._use(contract.entitlement_ids)
        own = self._invoice(partner=self.member)
        self.assertEqual(self._sold(own).partner_id, self.member)
        self._assert_all_holds()

    def test_member_of_another_customer_is_refused(self):
        draft = self._draft(beauty_member_id=self.other_member.id)
        words = self._assert_invoice_refused(GrantRefused, draft.action_post)
        self.assertIn(self.other_member.name, words)

    def test_mixed_invoice(self):
        lines = [
            {"product_id": self.serum.id},
            {"product_id": self._product().id},
            {"product_id": self._product(self.plan_s).id},
        ]
        invoice = self._invoice(lines=lines)
        self.assertEqual(len(self._sold(invoice)), 2)
        self.assertEqual(self._items(invoice)["liability"], -1760.0)
        self._assert_all_holds()

    def test_other_taxes_account_and_halves_are_refused(self):
        income = self.company_data["default_account_revenue"]
        for values in (
            {"tax_ids": [Command.set(self.vat.ids)]},
            {"account_id": income.id},
            {"quantity": 1.5},
            {"quantity": 101},
            {"product_id": False, "account_id": self.liability.id, "price_unit": 5},
        ):
            draft = self._draft(**values)
            self._assert_invoice_refused(MembershipError, draft.action_post)

    def test_negative_price_is_refused(self):
        lines = [
            {"product_id": self.serum.id, "price_unit": 5000},
            {"product_id": self._product().id, "price_unit": -10},
        ]
        draft = self._draft(lines=lines)
        self._assert_invoice_refused(GrantRefused, draft.action_post)

    def test_other_currency_is_refused(self):
        draft = self._draft()
        draft.currency_id = self.setup_other_currency("EUR")
        self._assert_invoice_refused(GrantRefused, draft.action_post)

    def test_status_written_by_rpc_makes_the_contract_too(self):
        draft = self._draft()
        draft.write({"state": "posted"})
        self.assertEqual(len(self._sold(draft)), 1)
        self._assert_all_holds()

    def test_trial_is_sold_once(self):
        plan = self._create_plan("Trial", 10, once_per_member=True)
        self._invoice(plan)
        draft = self._draft(plan)
        words = self._assert_invoice_refused(GrantRefused, draft.action_post)
        self.assertIn("Trial", words)
        ticket = self._ticket([self._plan_line(plan)])
        self._assert_refused(GrantRefused, ticket)

    def test_campaign_that_ended_is_refused(self):
        plan = self._create_plan("Spring", 10, date_to="2020-04-30")
        draft = self._draft(plan)
        self._assert_invoice_refused(GrantRefused, draft.action_post)

    def test_tier_comes_with_its_plan(self):
        tier = self.env["beauty.tier"].create({"name": "Gold", "sequence": 90})
        plan = self._create_plan("Gold year", 500, tier_id=tier.id)
        self._invoice(plan)
        member = self.member.with_company(self.company)
        self.assertEqual(member.tier_id, tier)

    def test_member_is_told(self):
        self.member.email = "li@example.com"
        self._invoice()
        message = self.env["beauty.message"].search(
            [("partner_id", "=", self.member.id)]
        )
        self.assertIn("Facial", message.text)

    def test_arrears_are_no_business_of_the_till(self):
        contract = self._sold(self._invoice())
        card = self.member.with_user(self.cashier).get_member_card(
            self.member.id, self.config.id
        )
        self.assertFalse(card["contracts_due"])
        line = self._plan_line(price=100, contract_id=contract.id)
        words = self._assert_refused(GrantRefused, self._ticket([line]))
        self.assertIn(contract.invoice_id.name, words)
