# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import Command, fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from ..exceptions import MembershipError
from .common_audit import AuditCommon


@tagged("post_install", "-at_install")
class TestInvoiceRequest(AuditCommon):
    """China: what was paid ahead is invoiced once, at the sale or at the use."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.policy = cls.env["beauty.policy"].create(
            {"name": "Once", "invoice_rule": "once"}
        )
        cls.plan.policy_id = cls.policy
        cls.plan_s = cls._create_plan(
            "S", 960, tax_point="sale", policy_id=cls.policy.id
        )
        cls.accountant = new_test_user(
            cls.env,
            "beauty_invoice_accountant",
            groups="beauty_membership.group_accountant",
            company_id=cls.company.id,
            company_ids=[Command.set(cls.company.ids)],
        )
        cls.member.vat = "91310000MA1FL0XX0Q"

    def _request(self, record, user=None):
        action = record.with_user(user or self.cashier).action_request_invoice()
        domain = action.get("domain") or [("id", "=", action["res_id"])]
        return self.env["beauty.invoice.request"].search(domain, order="id")

    def _invoiced(self, contract):
        contract.invalidate_recordset(["invoiced_amount"])
        return contract.invoiced_amount

    def test_sale_is_requested_without_tax(self):
        contract = self._sell_plan()
        request = self._request(contract, self.accountant)
        self.assertRecordValues(
            request,
            [
                {
                    "buyer_name": self.member.name,
                    "buyer_vat": self.member.vat,
                    "amount": 960.0,
                    "tax_category": "prepaid",
                    "tax_names": "",
                    "reference": contract.name,
                    "state": "requested",
                }
            ],
        )
        self.assertEqual(self._invoiced(contract), 960.0)
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            self._request(contract)
        request.with_user(self.accountant).action_cancel()
        self.assertEqual(self._invoiced(contract), 0.0)

    def test_sale_taxed_is_requested_with_its_tax(self):
        request = self._request(self._sell_plan(self.plan_s))
        self.assertEqual(
            (request.tax_category, request.tax_names, request.amount),
            ("taxed", self.vat.name, 960.0),
        )

    def test_ticket_asks_for_each_tax_and_contract(self):
        lines = [
            self._line(self.serum),
            self._plan_line(),
            self._plan_line(self.plan_s),
        ]
        order = self._sync(self._ticket(lines))
        requests = self._request(order)
        self.assertEqual(
            sorted(requests.mapped(lambda r: (r.tax_category, r.amount))),
            [("prepaid", 960.0), ("taxed", 60.0), ("taxed", 960.0)],
        )
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            self._request(order)

    def test_use_of_what_was_invoiced_is_left_out(self):
        contract = self._sell_plan()
        self._request(contract)
        lines = [self._use_line(contract.entitlement_ids), self._line(self.serum)]
        requests = self._request(self._sync(self._ticket(lines)))
        self.assertEqual(requests.mapped("amount"), [60.0])
        self.assertEqual(self._invoiced(contract), 960.0)

    def test_use_is_requested_with_tax_if_the_sale_was_not(self):
        contract = self._sell_plan()
        request = self._request(self._use(contract.entitlement_ids))
        self.assertEqual((request.tax_category, request.amount), ("taxed", 96.0))
        rest = self._request(contract)
        self.assertEqual((rest.tax_category, rest.amount), ("prepaid", 864.0))

    def test_taxed_at_the_sale_is_not_requested_at_the_use(self):
        contract = self._sell_plan(self.plan_s)
        order = self._use(contract.entitlement_ids)
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            self._request(order)

    def test_second_invoice_of_a_ticket_is_refused(self):
        contract = self._sell_plan(to_invoice=True)
        self.assertEqual(self._invoiced(contract), 960.0)
        lines = [self._use_line(contract.entitlement_ids)]
        ticket = self._ticket(lines, to_invoice=True)
        words = self._assert_refused(MembershipError, ticket)
        self.assertIn(contract.name, words)
        use = self._use(contract.entitlement_ids)
        self._next_session()
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            use.action_pos_order_invoice()
        self._close()
        self._assert_books()

    def test_ticket_without_connection_is_stored_without_invoice(self):
        contract = self._sell_plan(to_invoice=True)
        lines = [self._use_line(contract.entitlement_ids)]
        hours_ago = fields.Datetime.now() - timedelta(hours=2)
        order = self._sync(
            self._ticket(
                lines,
                to_invoice=True,
                date_order=fields.Datetime.to_string(hours_ago),
                taken_offline=True,
            )
        )
        self.assertFalse(order.account_move)
        self.assertEqual(contract.units_left, 9)
        self._close()
        self._assert_books()

    def test_use_invoiced_then_the_rest_of_the_sale(self):
        contract = self._sell_plan()
        lines = [self._use_line(contract.entitlement_ids)]
        self._sync(self._ticket(lines, to_invoice=True))
        self.assertEqual(self._invoiced(contract), 96.0)
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            contract.pos_order_id.action_pos_order_invoice()
        self.assertEqual(self._request(contract).amount, 864.0)
        self._close()
        self._assert_books()

    def test_stored_value_pays_and_is_not_invoiced_again(self):
        plan = self._create_plan("Recharge", 1000, policy_id=self.policy.id)
        plan.line_ids.write({"kind": "value", "quantity": 1000, "product_ids": False})
        contract = self._sell_plan(plan)
        self._request(contract)
        payments = [(self.prepaid, 40), (self.cash, 20)]
        order = self._sync(self._ticket([self._line(self.serum)], payments=payments))
        self.assertEqual(self._request(order).mapped("amount"), [20.0])

    def test_number_issues_it(self):
        request = self._request(self._sell_plan()).with_user(self.accountant)
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            request.action_issue()
        request.number = "25312000000012345678"
        request.action_issue()
        self.assertEqual(request.state, "issued")
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            request.amount = 1
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            request.state = "requested"

    def test_nobody_makes_or_deletes_one_by_hand(self):
        request = self._request(self._sell_plan())
        (vals,) = request.copy_data()
        for user in (self.accountant, self.cashier):
            requests = request.with_user(user)
            with self.assertRaises(UserError), self.env.cr.savepoint():
                requests.create(vals)
            with self.assertRaises(UserError), self.env.cr.savepoint():
                requests.unlink()
        with self.assertRaises(AccessError), self.env.cr.savepoint():
            request.with_user(self.cashier).number = "1"

    def test_export_template_has_what_the_tax_software_needs(self):
        template = self.env.ref("beauty_membership.ir_exports_invoice_request")
        names = template.export_fields.mapped("name")
        request = self._request(self._sell_plan())
        (row,) = request.export_data(names)["datas"]
        self.assertEqual(row[:4], [self.member.name, self.member.vat, 960.0, row[3]])

    def test_rule_at_each_use_invoices_as_ever(self):
        plan = self._create_plan("Each", 960)
        contract = self._sell_plan(plan, to_invoice=True)
        lines = [self._use_line(contract.entitlement_ids)]
        order = self._sync(self._ticket(lines, to_invoice=True))
        self.assertTrue(order.account_move)
        self._close()
        self._assert_books()
