# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo import Command, fields
from odoo.exceptions import UserError, ValidationError
from odoo.tests import Form, new_test_user, tagged

from ..exceptions import MembershipError
from .common import BeautyMembershipCommon


@tagged("post_install", "-at_install")
class TestSetup(BeautyMembershipCommon):
    """What each company gets, and the plans a manager makes."""

    def test_setup_is_found_again(self):
        account, journal = self.liability, self.company.beauty_journal_id
        self.company.beauty_liability_account_id = False
        self.company.beauty_journal_id = False
        self.company._beauty_setup()
        self.assertEqual(self.company.beauty_liability_account_id, account)
        self.assertEqual(self.company.beauty_journal_id, journal)
        methods = self.env["pos.payment.method"].search(
            [("is_prepaid", "=", True), ("company_id", "=", self.company.id)]
        )
        self.assertEqual(methods, self.prepaid)

    def test_company_with_a_chart_is_ready(self):
        data = self.setup_other_company(name="Second salon")
        company = data["company"]
        self.assertTrue(company.beauty_liability_account_id)
        self.assertNotEqual(company.beauty_liability_account_id, self.liability)

    def test_company_without_a_chart_sells_no_plan(self):
        company = self.env["res.company"].create({"name": "No chart"})
        self.env.user.company_ids |= company
        with self.assertRaises(UserError):
            self.env["beauty.plan"].with_company(company).create(
                {
                    "name": "x",
                    "company_id": company.id,
                    "line_ids": [
                        Command.create({"product_ids": [Command.set(self.facial.ids)]})
                    ],
                }
            )

    def test_register_gets_the_tender_when_it_opens(self):
        config = self._create_config("Second till")
        self.assertNotIn(self.prepaid, config.payment_method_ids)
        self._open_session(config)
        self.assertIn(self.prepaid, config.payment_method_ids)
        self.assertEqual(self.prepaid.type, "prepaid")

    def test_register_is_saved_beside_managers_of_other_companies(self):
        other = self.setup_other_company(name="Second salon")["company"]
        pos_manager = "point_of_sale.group_pos_manager"
        stranger, manager = [
            new_test_user(
                self.env,
                f"manager_of_{company.id}",
                groups=f"{pos_manager},beauty_membership.group_manager",
                company_id=company.id,
                company_ids=[Command.set(company.ids)],
            )
            for company in (other, self.company)
        ]
        Employee = self.env["hr.employee"]
        Employee.create({"user_id": stranger.id, "company_id": other.id})
        own = Employee.create({"user_id": manager.id, "company_id": self.company.id})
        # somebody at work in the other company touches the register
        self.config.sudo().with_company(other).write({"name": "Back"})
        config = self.config.with_user(manager)
        self.env.invalidate_all()
        config.web_save(
            {"name": "Front"},
            {"advanced_employee_ids": {"fields": {"display_name": {}}}},
        )
        self.assertIn(own, config.sudo().advanced_employee_ids)
        self.assertEqual(config.sudo().advanced_employee_ids.company_id, self.company)

    def test_company_is_made_without_the_settings(self):
        """Other modules make companies while this one is not loaded yet."""
        fields_of_ours = [
            name
            for name, field in self.env["res.company"]._fields.items()
            if name.startswith("beauty_") and field.required
        ]
        self.assertEqual(fields_of_ours, [])

    def test_branch_shares_the_books_of_its_company(self):
        branch = self.env["res.company"].create(
            {"name": "Branch", "parent_id": self.company.id}
        )
        self.env.cr.precommit.run()
        branch._beauty_setup()
        self.assertEqual(branch.beauty_liability_account_id, self.liability)
        self.assertEqual(branch.beauty_journal_id, self.company.beauty_journal_id)

    def test_colleague_without_a_role_opens_products(self):
        user = new_test_user(self.env, "colleague", groups="base.group_user")
        view = self.env.ref("product.product_template_only_form_view")
        arch = view.with_user(user).env["product.template"].get_view(view.id)["arch"]
        self.assertNotIn('name="plan_ids"', arch)

    def test_period_is_locked_for_ever(self):
        self._close()
        self.company.fiscalyear_lock_date = "9999-12-31"
        self.assertEqual(str(self.company.fiscalyear_lock_date), "9999-12-31")

    def test_manager_makes_a_plan(self):
        form = Form(self.env["beauty.plan"])
        form.name = "5 massages"
        form.price = 600
        with form.line_ids.new() as line:
            line.product_ids = self.massage
            line.quantity = 5
        plan = form.save()
        self.assertEqual(plan.list_total, 750.0)
        self.assertAlmostEqual(plan.saving_percent, 20.0)
        product = plan.product_tmpl_id
        self.assertEqual((product.list_price, product.name), (600.0, "5 massages"))
        self.assertEqual(product.property_account_income_id, self.liability)
        self.assertFalse(product.taxes_id)

    def test_tax_point_decides_the_taxes(self):
        product = self.plan.product_tmpl_id
        self.plan.tax_point = "sale"
        self.assertEqual(product.taxes_id, self.vat)
        self.plan.tax_point = "redemption"
        self.assertFalse(product.taxes_id)

    def test_services_with_other_taxes_are_refused_at_sale(self):
        free = self._create_service("Free of tax", 50, taxes_id=[Command.clear()])
        with self.assertRaises(ValidationError):
            self._create_plan(lines=[(self.facial, 1), (free, 1)], tax_point="sale")

    def test_tax_without_account_is_refused_at_sale(self):
        tax = self.env["account.tax"].create({"name": "No account", "amount": 5})
        service = self._create_service("S", 50, taxes_id=[Command.set(tax.ids)])
        with self.assertRaises(ValidationError):
            self._create_plan(lines=[(service, 1)], tax_point="sale")

    def test_product_of_a_plan_keeps_its_account(self):
        product = self.plan.product_tmpl_id
        revenue = self.company_data["default_account_revenue"]
        for flag in (True, "BY_PLAN"):
            with self.assertRaises(UserError):
                product.with_context(configure_plan=flag).write(
                    {"property_account_income_id": revenue.id}
                )

    def test_sold_plan_is_not_deleted(self):
        self._sell_plan()
        with self.assertRaises(UserError):
            self.plan.unlink()

    def test_changed_plan_touches_no_contract(self):
        contract = self._sell_plan()
        self.plan.write({"price": 2000, "validity_months": 1, "note": "new"})
        self.plan.line_ids.quantity = 3
        holding = contract.entitlement_ids
        self.assertEqual((contract.price_total, holding.quantity), (960.0, 10))
        self._use(holding)
        self.assertEqual(holding.remaining, 9)

    def test_prepaid_tender_stays(self):
        with self.assertRaises(MembershipError):
            self.prepaid.unlink()

    def test_nightly_proof_finds_a_difference(self):
        contract = self._sell_plan()
        self._close()
        Exceptions = self.env["beauty.exception"]
        self.env["beauty.entry"]._cron_prove_ledger()
        domain = [("company_id", "=", self.company.id)]
        self.assertFalse(Exceptions.search(domain))
        holding = contract.entitlement_ids
        item = holding.entry_ids.account_move_line_id
        entry = holding._post_entry(
            [
                {
                    "entitlement_id": holding.id,
                    "movement": "adjust",
                    "quantity": 0,
                    "amount": -1,
                    "idempotency_key": "unbooked",
                }
            ]
        )
        entry.account_move_line_id = item
        today = fields.Date.context_today(self.env.user)
        for days in (0, 0, 1):
            with freeze_time(fields.Date.add(today, days=days)):
                self.env["beauty.entry"]._cron_prove_ledger()
        found = Exceptions.search(domain)
        self.assertEqual((found.kind, found.amount), ("tie_out", 1.0))

    def test_tie_out_of_a_past_day_counts_in_transit(self):
        self._sell_plan()
        today = fields.Date.context_today(self.env.user)
        tie_out = self.env["beauty.entry"]._fetch_tie_out(self.company, today)
        self.assertEqual((tie_out["entries"], tie_out["in_transit"]), (960.0, 960.0))
        self._close()
        tie_out = self.env["beauty.entry"]._fetch_tie_out(self.company, today)
        self.assertEqual((tie_out["booked"], tie_out["in_transit"]), (960.0, 0.0))

    def test_noted_use_goes_to_the_queue_once(self):
        Exceptions = self.env["beauty.exception"].with_user(self.cashier)
        order = {"uuid": "noted-1", "partner_id": self.member.id}
        first = Exceptions.report_use(order, "Nothing left", self.config.id)
        again = Exceptions.report_use(order, "Nothing left", self.config.id)
        self.assertEqual(first, again)
        exception = self.env["beauty.exception"].browse(first["exception_id"])
        self.assertEqual(exception.partner_id, self.member)
        self.assertTrue(exception.user_id)
        with self.assertRaises(MembershipError):
            exception.action_done()
