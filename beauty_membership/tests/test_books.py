# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common import BeautyMembershipCommon


@tagged("post_install", "-at_install")
class TestBooks(BeautyMembershipCommon):
    """The journal items of a closing, as the design's table of money has them."""

    def test_sale_taxed_when_used(self):
        self._sell_plan()
        self.assertEqual(
            self._get_items(self._close()), {"cash": 960.0, "liability": -960.0}
        )
        self._assert_ledger_holds()

    def test_sale_taxed_when_sold(self):
        contract = self._sell_plan(self._create_plan(tax_point="sale"))
        self.assertEqual(contract.price_total, 960.0)
        self.assertEqual(contract.entitlement_ids.amount, 800.0)
        self.assertEqual(
            self._get_items(self._close()),
            {"cash": 960.0, "liability": -800.0, "vat": -160.0},
        )
        self._assert_ledger_holds()

    def test_use_taxed_when_used(self):
        holding = self._sell_plan().entitlement_ids
        self._close()
        self.session = self._open_session(self.config)
        self._use(holding)
        self.assertEqual(
            self._get_items(self._close()),
            {"liability": 96.0, "revenue": -80.0, "vat": -16.0},
        )
        self._assert_ledger_holds()

    def test_use_taxed_when_sold(self):
        holding = self._sell_plan(self._create_plan(tax_point="sale")).entitlement_ids
        self._close()
        self.session = self._open_session(self.config)
        self._use(holding)
        self.assertEqual(
            self._get_items(self._close()), {"liability": 80.0, "revenue": -80.0}
        )
        self._assert_ledger_holds()

    def test_use_with_tax_on_top_reaches_its_value(self):
        self.vat.price_include_override = "tax_excluded"
        for price in (960, 833.33, 1000.1, 777.77, 834.2):
            plan = self._create_plan(f"Ten for {price}", price)
            holding = self._sell_plan(plan).entitlement_ids
            for _i in range(10):
                self._use(holding)
            self.assertEqual((holding.remaining, holding.amount_remaining), (0, 0.0))
        self._close()
        self._assert_ledger_holds()

    def test_mixed_ticket(self):
        plan = self._create_plan("S", 960, tax_point="sale")
        plan_line = self._plan_line(plan)
        use = self._line(
            self.facial,
            80,
            taxes=self.env["account.tax"],
            plan_line_uuid=plan_line["uuid"],
        )
        self._sync(self._ticket([self._line(self.serum), plan_line, use]))
        self.assertEqual(
            self._get_items(self._close()),
            {"cash": 1020.0, "liability": -720.0, "revenue": -130.0, "vat": -170.0},
        )
        self._assert_ledger_holds()

    def test_liability_is_posted_for_each_member(self):
        self._sell_plan()
        self._sell_plan(partner=self.other_member)
        lines = self._close().move_id.line_ids
        liability = lines.filtered(lambda line: line.account_id == self.liability)
        self.assertEqual(liability.partner_id, self.member | self.other_member)

    def test_entries_name_their_journal_item(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        self._close()
        self.env.invalidate_all()
        for entry in contract.entry_ids:
            item = entry.account_move_line_id
            self.assertEqual(item.account_id, self.liability)
            self.assertEqual(item.partner_id, self.member)
            self.assertEqual(item.balance, -entry.amount)

    def test_undo_in_later_session(self):
        holding = self._sell_plan().entitlement_ids
        order = self._use(holding)
        self._close()
        self.session = self._open_session(self.config)
        log = self.env["beauty.service.log"].search(
            [("pos_order_line_id", "=", order.lines.id)]
        )
        result = log.with_user(self.cashier).action_undo(self.config.id, "Wrong item")
        self.assertTrue(result["ok"], result)
        self.assertEqual((holding.remaining, holding.amount_remaining), (10, 960.0))
        self.assertEqual(
            self._get_items(self._close()),
            {"liability": -96.0, "revenue": 80.0, "vat": 16.0},
        )
        self._assert_ledger_holds()

    def test_invoiced_sale_and_use(self):
        contract = self._sell_plan(to_invoice=True)
        order = self._use(contract.entitlement_ids, to_invoice=True)
        self.assertEqual(order.account_move.payment_state, "paid")
        self._close()
        self.env.invalidate_all()
        self.assertTrue(all(contract.entry_ids.mapped("account_move_line_id")))
        self._assert_ledger_holds()

    def test_invoiced_after_closing(self):
        contract = self._sell_plan()
        order = self._use(contract.entitlement_ids)
        sale = contract.pos_order_line_id.order_id
        self._close()
        (order | sale).mapped(lambda o: o.action_pos_order_invoice())
        self.assertEqual(order.account_move.payment_state, "paid")
        self.assertEqual(sale.account_move.payment_state, "paid")
        self._assert_ledger_holds()

    def test_difference_is_quarantined_and_named(self):
        contract = self._sell_plan()
        order = contract.pos_order_line_id.order_id
        holding = contract.entitlement_ids
        holding._post_entry(
            [
                {
                    "entitlement_id": holding.id,
                    "movement": "adjust",
                    "quantity": 0,
                    "amount": -10.0,
                    "idempotency_key": "forced difference",
                    "pos_order_line_id": order.lines.id,
                }
            ]
        )
        session = self._close()
        exception = self.env["beauty.exception"].search(
            [("session_id", "=", session.id)]
        )
        self.assertEqual(exception.amount, 10.0)
        self.assertIn(contract.name, exception.details)
        self.assertTrue(exception.activity_ids)
        self._assert_ledger_holds()
        with self.assertRaises(Exception) as caught, self.env.cr.savepoint():
            self.company.fiscalyear_lock_date = session.move_id.date
        self.assertIn("cannot be locked", str(caught.exception))
        exception.settlement_note = "Counted again"
        exception.action_done()
        self.assertEqual(exception.state, "done")
