# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo import Command
from odoo.exceptions import ValidationError
from odoo.tests import tagged

from ..exceptions import RedemptionRefused
from .common_pass import START, PassCommon


@tagged("post_install", "-at_install")
@freeze_time(START)
class TestPass(PassCommon):
    """Selling a pass and coming on it."""

    def test_pass_ends_with_its_days(self):
        holding = self._sell_pass(close=False)
        self.assertEqual(str(holding.date_start), "2027-01-15")
        self.assertEqual(str(holding.date_expiry), "2027-04-14")
        self.assertEqual((holding.amount, holding.unit_amount), (900.0, 10.0))

    def test_visit_takes_no_days(self):
        holding = self._sell_pass(close=False)
        order = self._visit(holding)
        self.assertEqual((order.state, order.amount_total), ("paid", 0.0))
        entry = holding.entry_ids.filtered(lambda e: e.movement == "redeem")
        self.assertRecordValues(
            entry, [{"quantity": 0, "amount": 0.0, "list_amount": -120.0}]
        )
        self._assert_left(holding, 90, 900.0)
        log = self.env["beauty.service.log"].search(
            [("pos_order_line_id", "=", order.lines.id)]
        )
        self.assertEqual(
            (log.entitlement_id, log.technician_id), (holding, self.technician)
        )
        self._close()
        self._assert_ledger_holds()

    def test_visit_with_a_price_is_refused(self):
        holding = self._sell_pass(close=False)
        ticket = self._ticket([self._visit_line(holding, price=5)])
        self._assert_refused(RedemptionRefused, ticket)

    def test_two_visits_on_one_line_are_refused(self):
        holding = self._sell_pass(close=False)
        ticket = self._ticket([self._visit_line(holding, qty=2)])
        self._assert_refused(RedemptionRefused, ticket)

    def test_visit_for_another_service_is_refused(self):
        holding = self._sell_pass(close=False)
        ticket = self._ticket([self._visit_line(holding, self.massage)])
        self._assert_refused(RedemptionRefused, ticket)

    def test_visit_of_another_member_is_refused(self):
        holding = self._sell_pass(close=False)
        ticket = self._ticket([self._visit_line(holding)], self.other_member)
        self._assert_refused(RedemptionRefused, ticket)

    def test_visit_of_a_guest_is_refused(self):
        holding = self._sell_pass(close=False)
        line = self._visit_line(holding, beneficiary_id=self.other_member.id)
        message = self._assert_refused(RedemptionRefused, self._ticket([line]))
        self.assertIn("personal", message)

    def test_last_day_is_the_last_visit(self):
        holding = self._sell_pass()
        with freeze_time("2027-04-14 10:00:00"):
            self._release()
            self._assert_left(holding, 1, 10.0)
            self._visit(holding)
        with freeze_time("2027-04-15 10:00:00"):
            ticket = self._ticket([self._visit_line(holding)])
            self.assertIn("expired", self._assert_refused(RedemptionRefused, ticket))
            self._release()
            self._assert_left(holding, 0, 0.0)
            ticket = self._ticket([self._visit_line(holding)])
            self._assert_refused(RedemptionRefused, ticket)

    def test_visit_noted_on_the_last_day_is_captured_next_morning(self):
        holding = self._sell_pass()
        with freeze_time("2027-04-15 10:00:00"):
            self._release()
            line = self._visit_line(holding)
            self._sync(self._ticket([line], date_order="2027-04-14 18:00:00"))
            self.assertEqual(
                [str(day) for day in holding._get_visit_days()], ["2027-04-14"]
            )

    def test_limits_of_day_week_and_month(self):
        holding = self._sell_pass(
            visits_per_day=1, visits_per_week=2, visits_per_month=3
        )
        days = ("01-18", "01-19", "01-25")
        for day in days:
            with freeze_time(f"2027-{day} 10:00:00"):
                self._visit(holding)
        refused = {"01-18": "a day", "01-20": "a week", "01-28": "a month"}
        for day, word in refused.items():
            with freeze_time(f"2027-{day} 12:00:00"):
                ticket = self._ticket([self._visit_line(holding)])
                message = self._assert_refused(RedemptionRefused, ticket)
                self.assertIn(word, message)
        with freeze_time("2027-02-01 10:00:00"):
            self._visit(holding)

    def test_two_visits_on_a_ticket_meet_the_limit(self):
        holding = self._sell_pass(close=False, visits_per_day=1)
        lines = [self._visit_line(holding), self._visit_line(holding)]
        self._assert_refused(RedemptionRefused, self._ticket(lines))

    def test_visit_undone_counts_no_more(self):
        holding = self._sell_pass(close=False, visits_per_day=1)
        order = self._visit(holding)
        log = self.env["beauty.service.log"].search(
            [("pos_order_line_id", "=", order.lines.id)]
        )
        # the row was created by the real clock: not today's, so a manager's PIN
        undo = log.with_user(self.cashier).action_undo
        result = undo(self.config.id, "Wrong", "1234")
        self.assertTrue(result["ok"], result)
        self.assertFalse(holding._get_visit_days())
        self._assert_left(holding, 90, 900.0)
        self._visit(holding)
        listed = sum(holding.entry_ids.mapped("list_amount"))
        self.assertAlmostEqual(listed, 90 * holding.list_price - 120, 2)

    def test_visit_is_given_back_once(self):
        holding = self._sell_pass(close=False)
        order = self._visit(holding)
        self._sync(self._ticket(self._refund_lines(order.lines)))
        ticket = self._ticket(self._refund_lines(order.lines))
        self._assert_refused(Exception, ticket)

    def test_first_visit_starts_a_waiting_pass(self):
        holding = self._sell_pass(pass_start="visit", validity_months=2)
        self.assertFalse(holding.date_start)
        self.assertEqual(str(holding.date_expiry), "2027-03-15")
        with freeze_time("2027-02-20 10:00:00"):
            self._release()
            self._assert_left(holding, 90, 900.0)
            self._visit(holding)
        self.assertEqual(str(holding.date_start), "2027-02-20")
        self.assertEqual(str(holding.date_expiry), "2027-05-20")
        with freeze_time("2027-02-22 01:00:00"):
            self._release()
            self._assert_left(holding, 88, 880.0)

    def test_pass_waits_again_when_its_first_visit_is_undone(self):
        holding = self._sell_pass(pass_start="visit", validity_months=2)
        with freeze_time("2027-02-20 10:00:00"):
            order = self._visit(holding)
            self._sync(self._ticket(self._refund_lines(order.lines)))
        self.assertFalse(holding.date_start)
        self.assertEqual(str(holding.date_expiry), "2027-03-15")

    def test_waiting_pass_is_started_in_time(self):
        holding = self._sell_pass(pass_start="visit", validity_months=2)
        with freeze_time("2027-03-16 10:00:00"):
            ticket = self._ticket([self._visit_line(holding)])
            self._assert_refused(RedemptionRefused, ticket)

    def test_card_shows_passes(self):
        self._sell_pass(visits_per_day=1, visits_per_month=8)
        row = self._get_pass_row()
        self.assertEqual((row["days_left"], row["visits_left"]), (90, 1))
        self.assertEqual(row["limits_text"], "1 a day, 8 a month")
        self.assertTrue(row["can_use"])
        with freeze_time("2027-01-20 10:00:00"):
            self.assertEqual(self._get_pass_row()["days_left"], 85)

    def test_card_says_why_no_visit_today(self):
        self._visit(self._sell_pass(visits_per_day=1))
        row = self._get_pass_row()
        self.assertEqual((row["can_use"], row["visits_left"]), (False, 0))
        self.assertIn("a day", row["reason"])

    def _count_card_queries(self):
        self._get_pass_row()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self._get_pass_row()
        return self.env.cr.sql_log_count - before

    def test_more_passes_need_no_more_queries(self):
        self._visit(self._sell_pass(close=False))
        one = self._count_card_queries()
        for _i in range(3):
            self._visit(self._sell_pass(close=False))
        self.assertEqual(self._count_card_queries(), one)

    def test_sold_pass_keeps_its_limits(self):
        plan = self._create_pass(visits_per_day=1)
        holding = self._sell_pass(plan, close=False)
        plan.line_ids.visits_per_day = 5
        self.assertEqual(holding.visits_per_day, 1)

    def test_pass_needs_services(self):
        with self.assertRaises(ValidationError):
            self._create_pass().line_ids.product_ids = [Command.clear()]

    def test_day_of_a_pass_has_a_stand_alone_price(self):
        line = self._create_pass().line_ids
        self.assertEqual(line.list_price, 17.14)
        self.assertEqual(line.limits_text, "")
