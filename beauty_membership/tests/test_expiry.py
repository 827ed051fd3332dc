# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from freezegun import freeze_time

from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from ..exceptions import MembershipError, RedemptionRefused
from .common_expiry import LAST_GRACE, OVER, START, ExpiryCommon


@tagged("post_install", "-at_install")
@freeze_time(START)
class TestExpiry(ExpiryCommon):
    """What was not used in time waits for a manager, who lets it lapse or keeps it."""

    def test_grace_is_over_the_day_after_its_last_day(self):
        contract = self._sell_and_close(uses=3)
        self._run_night(LAST_GRACE)
        self.assertFalse(self._get_expiries())
        with freeze_time(LAST_GRACE):
            self._use(contract.entitlement_ids)
        self._run_night()
        operation = self._get_expiries()
        self.assertRecordValues(
            operation,
            [
                {
                    "state": "to_approve",
                    "contract_id": contract.id,
                    "partner_id": self.member.id,
                    "amount": 576.0,
                    "units": 6,
                    "date_lapsed": date(2027, 2, 15),
                }
            ],
        )
        self.assertEqual(contract.entitlement_ids.remaining, 6)

    def test_approved_it_lapses(self):
        contract = self._sell_and_close(uses=3)
        operation = self._expire(contract)
        holding = contract.entitlement_ids
        self.assertEqual((holding.remaining, holding.amount_remaining), (0, 0.0))
        entry = holding.entry_ids[0]
        self.assertRecordValues(
            entry,
            [
                {
                    "movement": "expire",
                    "quantity": -7,
                    "amount": -672.0,
                    "date": date(2027, 2, 21),
                    "operation_id": operation.id,
                }
            ],
        )
        self.assertEqual(entry.account_move_line_id.move_id, operation.move_id)
        self.assertEqual(operation.state, "done")
        self.assertEqual(operation.approver_id, self.manager)
        self._assert_ledger_holds()

    def test_second_night_and_second_press_change_nothing(self):
        operation = self._expire(self._sell_and_close())
        count = self.env["beauty.entry"].search_count([])
        moves = self.env["account.move"].search_count([])
        self._run_night()
        self._approve(operation)
        self.assertEqual(self.env["beauty.entry"].search_count([]), count)
        self.assertEqual(self.env["account.move"].search_count([]), moves)
        self.assertEqual(self._get_expiries(), operation)

    def test_many_are_approved_at_once_in_one_journal_entry(self):
        mine = self._sell_and_close()
        other = self._sell_and_close(partner=self.other_member)
        self._run_night()
        operations = self._get_expiries()
        self._approve(operations)
        move = operations.move_id
        self.assertEqual(len(move), 1)
        debits = move.line_ids.filtered(lambda i: i.account_id == self.liability)
        self.assertEqual(
            {item.partner_id: item.balance for item in debits},
            {mine.partner_id: 960.0, other.partner_id: 960.0},
        )
        self._assert_ledger_holds()

    def test_kept_it_is_not_proposed_again(self):
        contract = self._sell_and_close()
        self._run_night()
        self._get_expiries().with_user(self.manager).action_cancel()
        self._run_night()
        self.assertEqual(self._get_expiries().mapped("state"), ["cancelled"])
        self.assertEqual(contract.entitlement_ids.remaining, 10)
        with freeze_time(OVER):
            self.assertTrue(contract.has_lapsed)
            operation = self._operate(contract, "expire")
        self.assertEqual(operation.state, "done")
        self.assertFalse(contract.amount_remaining)

    def test_extended_meanwhile_it_stays(self):
        contract = self._sell_and_close()
        self._run_night()
        with freeze_time(OVER):
            self._operate(contract, "extend", extend_days=30)
        operation = self._get_expiries()
        self._approve(operation)
        self.assertEqual(operation.state, "cancelled")
        self.assertEqual(contract.entitlement_ids.remaining, 10)
        self._run_night("2027-04-01 10:00:00")
        self.assertEqual(len(self._get_expiries()), 2)

    def test_frozen_stands_still(self):
        contract = self._sell_and_close()
        contract.sudo().state = "frozen"
        self._run_night()
        self.assertFalse(self._get_expiries())

    def test_what_was_given_back_meanwhile_lapses_too(self):
        contract = self._sell_plan()
        use = self._use(contract.entitlement_ids)
        self._reopen()
        self._run_night()
        self._sync(self._ticket(self._refund_lines(use.lines), payments=None))
        self._reopen()
        operation = self._get_expiries()
        self.assertEqual(operation.amount, 864.0)
        self._approve(operation)
        self.assertEqual(operation.amount, 960.0)
        self.assertFalse(contract.amount_remaining)
        self._assert_ledger_holds()

    def test_lapsed_it_cannot_be_used(self):
        contract = self._sell_and_close()
        holding = contract.entitlement_ids
        line = self._use_line(holding)
        self._expire(contract)
        self._assert_refused(RedemptionRefused, self._ticket([line]))

    def test_nothing_lapses_if_its_terms_say_so(self):
        self.policy.lapses = "nothing"
        self._sell_and_close()
        self._run_night()
        self.assertFalse(self._get_expiries())

    def test_terms_are_those_of_the_sale(self):
        contract = self._sell_and_close()
        self.policy.write({"lapses": "nothing", "grace_days": 400})
        self._expire(contract)
        self.assertFalse(contract.amount_remaining)

    def test_automatic_needs_nobody(self):
        self.policy.expiry_mode = "auto"
        contract = self._sell_and_close(uses=1)
        self._run_night()
        self.assertEqual(self._get_expiries().state, "done")
        self.assertFalse(contract.amount_remaining)
        count = self.env["beauty.entry"].search_count([])
        self._run_night()
        self.assertEqual(self.env["beauty.entry"].search_count([]), count)
        self._assert_ledger_holds()

    def test_closed_period_is_booked_in_the_open_one(self):
        contract = self._sell_and_close()
        self._close()
        self._run_night()
        self.company.sudo().fiscalyear_lock_date = "2027-02-28"
        operation = self._get_expiries()
        self._approve(operation)
        self.assertGreater(operation.move_id.date, date(2027, 2, 28))
        self.assertEqual(operation.move_id.state, "posted")
        self.assertEqual(str(contract.entry_ids[0].date), "2027-02-21")
        self._assert_ledger_holds()

    def test_member_is_told(self):
        self.member.email = "li@example.com"
        self._expire(self._sell_and_close(uses=3))
        message = self.env["beauty.message"].search(
            [("partner_id", "=", self.member.id)], limit=1
        )
        self.assertIn("7 expired, 0 left", message.text)

    def test_roles_that_may_not_approve(self):
        self._sell_and_close()
        self._run_night()
        operation = self._get_expiries()
        for role in ("group_user", "group_technician", "group_accountant"):
            user = new_test_user(
                self.env,
                f"beauty_{role}",
                groups=f"beauty_membership.{role}",
                company_id=self.company.id,
                company_ids=[Command.set(self.company.ids)],
            )
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._approve(operation, user=user)
        self.env.invalidate_all()
        self.assertEqual(operation.state, "to_approve")

    def test_nothing_that_is_valid_lapses_by_hand(self):
        contract = self._sell_and_close()
        self.assertFalse(contract.has_lapsed)
        operation = self._new_operation(contract, "expire")
        with self.assertRaisesRegex(MembershipError, "Nothing of"):
            operation.action_confirm()
        self.assertEqual(operation.state, "draft")
