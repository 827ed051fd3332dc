# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, fields
from odoo.exceptions import UserError, ValidationError
from odoo.tests import freeze_time, tagged

from ..exceptions import MembershipError
from .common_audit import AuditCommon


@tagged("post_install", "-at_install")
class TestAuditGuards(AuditCommon):
    """Nobody books on the liability but the ledger, and no closing is trapped."""

    def _force_difference(self, contract, amount=-10.0, key="forced"):
        holding = contract.entitlement_ids
        holding._post_entry(
            [
                {
                    "entitlement_id": holding.id,
                    "movement": "adjust",
                    "quantity": 0,
                    "amount": amount,
                    "idempotency_key": key,
                    "pos_order_line_id": contract.pos_order_line_id.id,
                }
            ]
        )

    def _get_exceptions(self, session):
        return self.env["beauty.exception"].search([("session_id", "=", session.id)])

    def _create_entry(self, account):
        other = self.company_data["default_account_revenue"]
        return self.env["account.move"].create(
            {
                "journal_id": self.company.beauty_journal_id.id,
                "line_ids": [
                    Command.create({"account_id": account.id, "balance": 50.0}),
                    Command.create({"account_id": other.id, "balance": -50.0}),
                ],
            }
        )

    # By hand

    def test_posted_item_is_not_moved_onto_the_account(self):
        suspense = self.company.beauty_suspense_account_id
        move = self._create_entry(suspense)
        move.action_post()
        line = move.line_ids.filtered(lambda line: line.account_id == suspense)
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            line.account_id = self.liability

    def test_posted_item_is_not_moved_off_the_account(self):
        self._sell_plan()
        item = self._close().move_id.line_ids.filtered(
            lambda line: line.account_id == self.liability
        )
        for vals in (
            {"account_id": self.company.beauty_suspense_account_id.id},
            {"partner_id": self.other_member.id},
        ):
            with self.assertRaises(MembershipError), self.env.cr.savepoint():
                item.write(vals)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            item.with_context(force_delete=True).unlink()
        self.env.invalidate_all()
        self._assert_books()

    def test_bank_statement_is_not_matched_with_the_account(self):
        line = self.env["account.bank.statement.line"].create(
            {
                "journal_id": self.company_data["default_journal_bank"].id,
                "payment_ref": "By bank",
                "amount": 960,
                "date": fields.Date.today(),
            }
        )
        _liquidity, suspense, _other = line._seek_for_lines()
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            suspense.account_id = self.liability

    def test_state_is_no_way_around(self):
        move = self._create_entry(self.liability)
        for action in (move._post, lambda: move.write({"state": "posted"})):
            with self.assertRaises(MembershipError), self.env.cr.savepoint():
                action()
        self._sell_plan()
        closing = self._close().move_id
        with self.assertRaises(UserError), self.env.cr.savepoint():
            closing.write({"state": "draft"})
        with self.assertRaises(UserError), self.env.cr.savepoint():
            closing._reverse_moves(cancel=True)

    def test_account_stays(self):
        self._sell_plan()
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            self.liability.active = False
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self.company.beauty_liability_account_id = (
                self.company.beauty_suspense_account_id
            )
        self.env.invalidate_all()
        self._close()
        self._assert_books()

    # Differences

    def _break_quarantine(self, breaking):
        """A difference that cannot be booked is named; the register closes."""
        contract = self._sell_plan()
        self._force_difference(contract)
        breaking()
        session = self._close()
        self.assertEqual(session.state, "closed")
        exception = self._get_exceptions(session)
        self.assertFalse(exception.move_id)
        self.assertEqual(exception.amount, 10.0)
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self.company.sudo().fiscalyear_lock_date = session.move_id.date
        return exception

    def _settle(self, exception):
        exception.settlement_note = "Counted again"
        exception.action_done()

    def test_journal_is_archived(self):
        def breaking():
            self.company.beauty_journal_id.active = False

        exception = self._break_quarantine(breaking)
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            self._settle(exception)
        self.company.beauty_journal_id.active = True
        self._settle(exception)
        self.assertTrue(exception.move_id)
        self._assert_ledger_holds()

    def test_what_is_missing_is_found_again(self):
        suspense = self.company.beauty_suspense_account_id
        journal = self.company.beauty_journal_id
        self._force_difference(self._sell_plan())
        self.company.write(
            {"beauty_suspense_account_id": False, "beauty_journal_id": False}
        )
        move = self._get_exceptions(self._close()).move_id
        self.assertEqual(move.journal_id, journal)
        self.assertIn(suspense, move.line_ids.account_id)
        self._assert_ledger_holds()

    def test_suspense_account_is_archived(self):
        def breaking():
            self.company.beauty_suspense_account_id.active = False

        self._break_quarantine(breaking)

    def test_differences_of_two_members_and_two_days(self):
        first, second = self._sell_plan(), self._sell_plan(partner=self.other_member)
        self._force_difference(first, -10.0, "one")
        self._force_difference(second, 4.0, "two")
        session = self._next_session()
        self.assertEqual(
            sorted(self._get_exceptions(session).mapped("amount")), [-4.0, 10.0]
        )
        self._assert_ledger_holds()
        third = self._sell_plan()
        self._force_difference(third, -1.0, "three")
        self.assertEqual(self._get_exceptions(self._close()).amount, 1.0)
        self._assert_ledger_holds()

    def test_every_lock_waits_for_the_accountant(self):
        contract = self._sell_plan()
        self._force_difference(contract)
        day = self._close().move_id.date
        for name in (
            "fiscalyear_lock_date",
            "tax_lock_date",
            "sale_lock_date",
            "hard_lock_date",
        ):
            with self.assertRaises(ValidationError), self.env.cr.savepoint():
                self.company.sudo()[name] = day
            self.env.invalidate_all()

    def test_quarantine_keeps_suspense_and_sum(self):
        contract = self._sell_plan()
        self._force_difference(contract)
        move = self._get_exceptions(self._close()).move_id
        balances = {line.account_id: line.balance for line in move.line_ids}
        self.assertEqual(balances[self.liability], 10.0)
        self.assertEqual(balances[self.company.beauty_suspense_account_id], -10.0)
        self.assertEqual(move.line_ids.partner_id, self.member)

    # Time

    def test_period_closed_between_sale_and_use(self):
        with freeze_time("2026-03-30 10:00:00"):
            holding = self._sell_plan().entitlement_ids
            self._close()
        self.company.sudo().fiscalyear_lock_date = "2026-03-31"
        with freeze_time("2026-04-02 10:00:00"):
            self.session = self._open_session(self.config)
            self._use(holding)
            self._close()
        self._assert_books()

    def test_tie_out_of_past_days(self):
        Entry = self.env["beauty.entry"]
        with freeze_time("2026-03-30 10:00:00"):
            holding = self._sell_plan().entitlement_ids
        with freeze_time("2026-03-31 10:00:00"):
            self._next_session()
        with freeze_time("2026-04-02 10:00:00"):
            self._use(holding)
            order = self._use(holding)
        with freeze_time("2026-04-03 10:00:00"):
            self._close()
            order.action_pos_order_invoice()
            holding.contract_id.pos_order_line_id.order_id.action_pos_order_invoice()
        expected = {
            "2026-03-29": (0.0, 0.0, 0.0),
            "2026-03-30": (960.0, 960.0, 0.0),
            "2026-03-31": (960.0, 0.0, 960.0),
            "2026-04-02": (768.0, -192.0, 960.0),
            "2026-04-03": (768.0, 0.0, 768.0),
        }
        for day, numbers in expected.items():
            row = Entry._fetch_tie_out(self.company, fields.Date.to_date(day))
            with self.subTest(day=day):
                self.assertEqual(
                    (row["entries"], row["in_transit"], row["booked"]), numbers
                )
                self.assertEqual(row["difference"], 0.0)

    # Companies

    def test_nightly_proof_runs_twice(self):
        Entry = self.env["beauty.entry"]
        self.env["res.company"].create({"name": "No chart"})
        Entry._cron_prove_ledger()
        self.assertFalse(
            self.env["beauty.exception"].search(
                [("kind", "=", "tie_out"), ("company_id", "=", self.company.id)]
            )
        )
        contract = self._sell_plan()
        self._close()
        self.env.cr.execute(
            "UPDATE account_move_line SET balance = balance + 5 WHERE id = %s",
            [contract.entry_ids.account_move_line_id.id],
        )
        self.env.invalidate_all()
        Entry._cron_prove_ledger()
        Entry._cron_prove_ledger()
        exception = self.env["beauty.exception"].search(
            [("kind", "=", "tie_out"), ("company_id", "=", self.company.id)]
        )
        self.assertEqual((len(exception), exception.amount), (1, -5.0))

    def test_two_companies(self):
        other = self.setup_other_company(name="Second salon")["company"]
        self.env.user.company_ids |= other
        other_env = self.env(
            context={"allowed_company_ids": [other.id, self.company.id]}
        )
        self._sell_plan()
        self._close()
        plan = self.plan.with_env(other_env)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            plan.company_id = other
        self.env.invalidate_all()
        self._assert_books()
        self._assert_books(other)

    def test_plan_is_sold_by_its_own_company(self):
        """A branch is another company: its tills do not sell the plans of the head."""
        branch = self.env["res.company"].create(
            {"name": "Branch", "parent_id": self.company.id}
        )
        self.assertNotEqual(self.plan.company_id, branch)
        order = self._sync(self._ticket([self._line(self.serum)]))
        line = self._plan_line()
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            self.env.cr.execute(
                "UPDATE beauty_plan SET company_id = %s WHERE id = %s",
                [branch.id, self.plan.id],
            )
            self.env.invalidate_all()
            self._sync(self._ticket([line]))
        self.assertEqual(order.state, "paid")
