# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import UserError
from odoo.tests import tagged

from .common_audit import AuditCommon


@tagged("post_install", "-at_install")
class TestAuditInvoices(AuditCommon):
    """Invoices, whenever they are made, leave the liability what the ledger says."""

    def _create_plans(self):
        return [
            self._create_plan("R", 833.33),
            self._create_plan("S", 833.33, tax_point="sale"),
        ]

    def _assert_nothing_owed(self):
        """What was paid leaves nothing open with the member."""
        items = self.env["account.move.line"].search(
            [
                ("partner_id", "=", self.member.id),
                ("account_type", "=", "asset_receivable"),
                ("parent_state", "=", "posted"),
            ]
        )
        self.assertEqual(round(sum(items.mapped("balance")), 2), 0.0)
        self.assertEqual(round(sum(items.mapped("amount_residual")), 2), 0.0)

    def test_invoiced_at_once(self):
        for plan in self._create_plans():
            lines = [self._plan_line(plan), self._line(self.serum, 33.33)]
            order = self._sync(self._ticket(lines, to_invoice=True))
            holding = self._get_contracts(order).entitlement_ids
            lines = [self._use_line(holding) for _use in range(3)]
            lines.append(self._line(self.serum, 33.33))
            use = self._sync(self._ticket(lines, to_invoice=True))
            self.assertEqual(use.account_move.amount_total, use.amount_total)
        self._close()
        self._assert_books()
        self._assert_nothing_owed()

    def test_invoices_rounded_globally(self):
        self.company.tax_calculation_rounding_method = "round_globally"
        self.test_invoiced_at_once()

    def test_invoices_with_tax_on_top(self):
        self.vat.price_include_override = "tax_excluded"
        self.company.tax_calculation_rounding_method = "round_globally"
        self.test_invoiced_at_once()

    def test_invoiced_after_closing(self):
        orders = self.env["pos.order"]
        for plan in self._create_plans():
            lines = [self._plan_line(plan), self._line(self.serum, 33.33)]
            orders |= self._sync(self._ticket(lines))
            orders |= self._use(self._get_contracts(orders[-1]).entitlement_ids)
        self._close()
        for order in orders:
            order.action_pos_order_invoice()
        self._assert_books()
        self._assert_nothing_owed()

    def test_one_invoice_of_several_tickets(self):
        orders = self.env["pos.order"]
        for plan in self._create_plans():
            orders |= self._sync(self._ticket([self._plan_line(plan)]))
            orders |= self._use(self._get_contracts(orders[-1]).entitlement_ids)
        self._next_session()
        sale = self._sync(self._ticket([self._plan_line()]))
        wizard = self.env["pos.make.invoice"].create({"consolidated_billing": True})
        wizard.with_context(active_ids=(orders | sale).ids).action_create_invoices()
        self.assertEqual(len((orders | sale).account_move), 1)
        self._close()
        self._assert_books()
        self._assert_nothing_owed()

    def test_refund_of_an_invoiced_plan(self):
        for plan in self._create_plans():
            contract = self._sell_plan(plan, to_invoice=True)
            lines = self._refund_lines(contract.pos_order_line_id)
            refund = self._sync(self._ticket(lines, to_invoice=True))
            self.assertEqual(refund.account_move.move_type, "out_refund")
            self.assertEqual(contract.state, "closed")
        self._close()
        self._assert_books()
        self._assert_nothing_owed()

    def test_invoice_of_an_exchange(self):
        """Given back and used or sold on one ticket, whatever the till calls it."""
        for plan in self._create_plans():
            holding = self._sell_plan(plan).entitlement_ids
            for lines in ([self._use_line(holding)], [self._plan_line(plan)]):
                back = self._refund_lines(self._use(holding).lines)
                ticket = self._ticket([*lines, *back], to_invoice=True, is_refund=True)
                self.assertEqual(
                    self._sync(ticket).account_move.move_type, "out_invoice"
                )
        self._close()
        self._assert_books()

    def test_refund_after_a_late_invoice(self):
        contract = self._sell_plan(self._create_plans()[1])
        sale = contract.pos_order_line_id.order_id
        self._next_session()
        sale.action_pos_order_invoice()
        lines = self._refund_lines(contract.pos_order_line_id)
        self._sync(self._ticket(lines, to_invoice=True))
        self._close()
        self._assert_books()
        self._assert_nothing_owed()

    def test_undo_of_an_invoiced_use(self):
        for plan in self._create_plans():
            holding = self._sell_plan(plan).entitlement_ids
            order = self._sync(self._ticket([self._use_line(holding)], to_invoice=True))
            order.lines._refund_use(self.session, "Wrong item")
            self.assertEqual(holding.remaining, 10)
        self._close()
        self._assert_books()

    def test_invoice_of_a_contact_of_a_company(self):
        firm = self.env["res.partner"].create({"name": "Firm", "is_company": True})
        self.member.parent_id = firm
        holding = self._sell_plan(to_invoice=True).entitlement_ids
        use = self._use(holding)
        self._close()
        use.action_pos_order_invoice()
        self._assert_books()

    def test_invoice_stays_what_it_is(self):
        """Its credit note by hand, its draft and its cancelling are refused."""
        contract = self._sell_plan(to_invoice=True)
        invoice = contract.pos_order_line_id.order_id.account_move
        self._close()
        for action in ("button_draft", "button_cancel"):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                getattr(invoice, action)()
        with self.assertRaises(UserError), self.env.cr.savepoint():
            invoice._reverse_moves(cancel=True)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            invoice.state = "draft"
        with self.assertRaises(UserError), self.env.cr.savepoint():
            invoice._reverse_moves().state = "posted"
        self.env.invalidate_all()
        self._assert_books()
