# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo import fields
from odoo.tests import tagged

from ..exceptions import GrantRefused, MembershipError
from .common_pass import START, PassCommon


@tagged("post_install", "-at_install")
@freeze_time(START)
class TestPassRelease(PassCommon):
    """Days that go by become revenue, to the cent, in the books of their month."""

    def test_months_go_by(self):
        holding = self._sell_pass()
        for day, left in (("01-31", 74), ("02-28", 46), ("03-31", 15), ("04-30", 0)):
            with freeze_time(f"2027-{day} 10:00:00"):
                self._release()
                self._assert_left(holding, left, left * 10.0)
                self._assert_ledger_holds()
        self.assertEqual(
            [(str(m.date), m.amount_total) for m in self._get_moves()],
            [
                ("2027-01-30", 160.0),
                ("2027-01-31", 10.0),
                ("2027-02-27", 270.0),
                ("2027-02-28", 10.0),
                ("2027-03-30", 300.0),
                ("2027-03-31", 10.0),
                ("2027-04-14", 140.0),
            ],
        )

    def test_journal_items_taxed_when_used(self):
        self._sell_pass()
        with freeze_time("2027-01-25 01:00:00"):
            self._release()
        move = self._get_moves()
        self.assertEqual((move.state, str(move.date)), ("posted", "2027-01-24"))
        self.assertRecordValues(
            move.line_ids.sorted("balance"),
            [
                {
                    "account_id": self.facial._get_product_accounts()["income"].id,
                    "partner_id": False,
                    "tax_ids": self.vat.ids,
                    "tax_line_id": False,
                    "balance": -83.33,
                },
                {
                    "account_id": self.company_data["default_account_tax_sale"].id,
                    "partner_id": False,
                    "tax_ids": [],
                    "tax_line_id": self.vat.id,
                    "balance": -16.67,
                },
                {
                    "account_id": self.liability.id,
                    "partner_id": self.member.id,
                    "tax_ids": [],
                    "tax_line_id": False,
                    "balance": 100.0,
                },
            ],
        )

    def test_tax_on_top_is_within_what_is_released(self):
        self.vat.price_include_override = "tax_excluded"
        holding = self._sell_pass(price=1000, days=30)
        with freeze_time("2027-02-14 10:00:00"):
            self._release()
        self._assert_left(holding, 0, 0.0)
        lines = self._get_moves().line_ids
        on_liability = lines.filtered(lambda item: item.account_id == self.liability)
        self.assertEqual(sum(on_liability.mapped("balance")), 1000.0)
        self.assertAlmostEqual(
            sum(lines.filtered("tax_line_id").mapped("balance")), -166.67, 2
        )
        self._assert_ledger_holds()

    def test_journal_items_taxed_when_sold(self):
        holding = self._sell_pass(tax_point="sale")
        self.assertEqual(holding.amount, 750.0)
        with freeze_time("2027-01-25 01:00:00"):
            self._release()
        lines = self._get_moves().line_ids
        self.assertEqual(sorted(lines.mapped("balance")), [-83.3, 83.3])
        self.assertFalse(lines.tax_ids)
        self._assert_ledger_holds()

    def test_released_days_name_their_journal_item(self):
        holding = self._sell_pass()
        with freeze_time("2027-02-03 01:00:00"):
            self._release()
        entries = holding.entry_ids.filtered(lambda e: e.movement == "redeem")
        self.assertEqual(
            sorted((str(e.date), e.quantity, e.amount) for e in entries),
            [("2027-01-31", -17, -170.0), ("2027-02-02", -2, -20.0)],
        )
        for entry in entries:
            self.assertEqual(entry.account_move_line_id.balance, -entry.amount)
            self.assertEqual(entry.account_move_line_id.date, entry.date)

    def test_second_run_changes_nothing(self):
        self._sell_pass()
        with freeze_time("2027-02-03 01:00:00"):
            self._release()
            before = self.env["beauty.entry"].search_count([])
            self._release()
            self.assertEqual(self.env["beauty.entry"].search_count([]), before)
            self.assertEqual(len(self._get_moves()), 2)

    def test_last_day_takes_the_rest(self):
        holding = self._sell_pass(price=1000, days=365)
        self.assertEqual(holding.unit_amount, 2.73)
        with freeze_time("2028-01-14 10:00:00"):
            self._release()
            self._assert_left(holding, 1, 6.28)
        with freeze_time("2028-01-15 10:00:00"):
            self._release()
            self._assert_left(holding, 0, 0.0)
        self._assert_ledger_holds()

    def test_closed_period_is_booked_in_the_open_one(self):
        holding = self._sell_pass()
        self.session.close_session_from_ui()
        with freeze_time("2027-02-10 01:00:00"):
            self.company.fiscalyear_lock_date = "2027-01-31"
            self._release()
            moves = self._get_moves()
            self.assertEqual(moves.mapped("state"), ["posted", "posted"])
            self.assertTrue(all(str(m.date) > "2027-01-31" for m in moves))
            self.assertIn("2027-01-31", moves.mapped("ref")[0] + moves.mapped("ref")[1])
            tie_out = self.env["beauty.entry"]._fetch_tie_out(
                self.company, fields.Date.to_date("2027-01-31")
            )
            self.assertEqual(tie_out["in_transit"], -170.0)
            self.assertEqual(tie_out["difference"], 0.0)
        self._assert_left(holding, 64, 640.0)

    def test_frozen_pass_stands_still(self):
        holding = self._sell_pass()
        holding.contract_id.sudo().state = "frozen"
        with freeze_time("2027-02-10 01:00:00"):
            self._release()
        self._assert_left(holding, 90, 900.0)

    def test_sale_is_booked_before_its_days(self):
        holding = self._sell_pass(close=False)
        with freeze_time("2027-01-20 01:00:00"):
            self._release()
            self._assert_left(holding, 90, 900.0)
            self._close()
            self._release()
            self._assert_left(holding, 85, 850.0)
        self._assert_ledger_holds()

    def test_two_members_in_one_entry(self):
        plan = self._create_pass()
        for partner in (self.member, self.other_member):
            self._sell_plan(plan, partner)
        self._reopen()
        with freeze_time("2027-01-16 01:00:00"):
            self._release()
        lines = self._get_moves().line_ids
        on_liability = lines.filtered(lambda item: item.account_id == self.liability)
        self.assertEqual(on_liability.mapped("balance"), [10.0, 10.0])
        self.assertEqual(on_liability.partner_id, self.member | self.other_member)
        self.assertEqual(len(self._get_moves()), 1)

    def test_untouched_pass_is_refunded(self):
        plan = self._create_pass()
        contract = self._sell_plan(plan)
        self._sync(self._ticket(self._refund_lines(contract.pos_order_line_id)))
        self.assertEqual(contract.state, "closed")
        self._assert_left(contract.entitlement_ids, 0, 0.0)
        self._reopen()
        with freeze_time("2027-02-10 01:00:00"):
            self._release()
        self.assertFalse(self._get_moves())
        self._assert_ledger_holds()

    def test_pass_with_a_day_gone_is_not_refunded_whole(self):
        holding = self._sell_pass()
        with freeze_time("2027-01-16 10:00:00"):
            self._release()
            lines = self._refund_lines(holding.contract_id.pos_order_line_id)
            self._assert_refused(GrantRefused, self._ticket(lines))

    def test_pass_with_a_visit_is_not_refunded_whole(self):
        holding = self._sell_pass(close=False)
        self._visit(holding)
        lines = self._refund_lines(holding.contract_id.pos_order_line_id)
        self._assert_refused(GrantRefused, self._ticket(lines))

    def test_booked_days_stay_posted(self):
        self._sell_pass()
        with freeze_time("2027-01-16 10:00:00"):
            self._release()
        with self.assertRaises(MembershipError):
            self._get_moves().button_draft()

    def test_nobody_marks_an_entry_as_released(self):
        with self.assertRaises(MembershipError):
            self.env["account.move"].create({"beauty_release_on": "2027-01-16"})

    def test_days_that_cannot_be_booked_raise_an_exception(self):
        holding = self._sell_pass()
        self.facial.property_account_income_id = False
        self.facial.categ_id.property_account_income_categ_id = False
        self.company.income_account_id = False
        with freeze_time("2027-01-16 10:00:00"):
            self._release()
            self._release()
        self._assert_left(holding, 90, 900.0)
        exception = self.env["beauty.exception"].search([("kind", "=", "release")])
        self.assertEqual(len(exception), 1)
        self.assertIn("Facial", exception.message)
