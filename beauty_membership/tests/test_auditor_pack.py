# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from odoo import fields
from odoo.tests import tagged

from .common_report import ReportCommon


@tagged("post_install", "-at_install")
class TestTieOutReport(ReportCommon):
    """Each difference of the tie-out is a row, and the rows are the difference."""

    def _make_differences(self):
        """One of each kind; in-transit and difference are known."""
        holding = self._create_holding()
        self._move(holding, "grant", 100, 1000, "2026-01-10", "2026-01-10")
        self._move(holding, "redeem", -1, -10, "2026-01-31", "2026-02-02")
        self._move(holding, "redeem", -1, -20, "2026-02-03")
        self._move(holding, "redeem", -1, -30, "2026-02-05", "2026-01-30")
        self._book(self.member, 40, "2026-01-20")
        item = self._book(self.member, 60, "2026-01-21")
        vals = {"account_move_line_id": item.id}
        self._move(holding, "grant", 5, 50, "2026-01-21", **vals)
        return holding

    def test_every_day_equals_the_proof(self):
        self._make_differences()
        rows = self._report("beauty.tie.out.report", "2026-02-28", "2026-01-01").search(
            [("company_id", "=", self.company.id)]
        )
        self.assertGreater(len(rows), 6)
        for row in rows:
            proof = self.env["beauty.entry"]._fetch_tie_out(self.company, row.date)
            self.assertEqual(row.amount_entries, proof["entries"], row.date)
            self.assertEqual(row.amount_in_transit, proof["in_transit"], row.date)
            self.assertEqual(row.amount_booked, proof["booked"], row.date)
            self.assertEqual(row.amount_difference, proof["difference"], row.date)

    def test_rows_add_up_to_the_tie_out(self):
        self._make_differences()
        for day in ("2026-01-09", "2026-01-20", "2026-01-31", "2026-02-04"):
            proof = self.env["beauty.entry"]._fetch_tie_out(self.company, day)
            rows = self._report("beauty.completeness.report", day).search([])
            self.assertAlmostEqual(
                sum(rows.mapped("amount_in_transit")), proof["in_transit"], 2, day
            )
            self.assertAlmostEqual(
                sum(rows.mapped("amount_difference")), proof["difference"], 2, day
            )

    def test_rows_say_what_is_wrong(self):
        self._make_differences()
        rows = self._report("beauty.completeness.report", "2026-01-31").search([])
        found = sorted((row.kind, row.amount, row.amount_difference) for row in rows)
        self.assertEqual(
            found,
            [
                ("amount", 60, 10),
                ("no_entry", 40, 40),
                ("other_day", -30, 0),
                ("other_day", -10, 0),
            ],
        )
        later = self._report("beauty.completeness.report", "2026-02-04").search([])
        self.assertIn("orphan", later.mapped("kind"))

    def test_a_day_opens_its_rows(self):
        self._make_differences()
        report = self._report("beauty.tie.out.report", "2026-01-31", "2026-01-31")
        row = report.search([("company_id", "=", self.company.id)])
        action = row.action_open_rows()
        rows = self.env["beauty.completeness.report"].with_context(**action["context"])
        self.assertEqual(len(rows.search(action["domain"])), 4)

    def test_moves_between_members_are_no_difference(self):
        contract = self._sell_plan(partner=self.env["res.partner"])
        self._close()
        contract.action_assign(self.member.id)
        today = self.company._get_beauty_today()
        rows = self._report("beauty.completeness.report", today).search([])
        self.assertEqual(set(rows.mapped("kind")), {"moved"})
        self.assertEqual(len(rows), 2)

    def test_sound_books_leave_nothing_alone(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        today = self.company._get_beauty_today()
        rows = self._report("beauty.completeness.report", today).search([])
        self.assertEqual(rows.mapped("kind"), ["no_item", "no_item"])
        self.assertEqual(rows.order_id, self.session.order_ids)
        self._close()
        self.env.invalidate_all()
        self.assertFalse(self._report("beauty.completeness.report", today).search([]))

    def test_ticket_line_without_entry_is_listed(self):
        order = self._sell_plan().pos_order_id
        # as if a line had come in by SQL: the till's door cannot do it
        self.env.cr.execute(
            """INSERT INTO pos_order_line (order_id, product_id, qty, price_unit,
                   price_subtotal, price_subtotal_incl, name, uuid, company_id)
               SELECT order_id, product_id, qty, price_unit, price_subtotal,
                      price_subtotal_incl, 'forged', 'forged', company_id
                 FROM pos_order_line WHERE order_id = %s""",
            [order.id],
        )
        today = self.company._get_beauty_today()
        rows = self._report("beauty.completeness.report", today).search(
            [("kind", "=", "line")]
        )
        self.assertEqual((rows.order_id, rows.amount), (order, 960))


@tagged("post_install", "-at_install")
class TestCutOffReport(ReportCommon):
    """Services performed by a day and booked after it, with what to accrue."""

    def test_open_register_is_accrued(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        today = self.company._get_beauty_today()
        row = self._report("beauty.cut.off.report", today).search([])
        self.assertRecordValues(
            row,
            [
                {
                    "partner_id": self.member.id,
                    "product_id": self.facial.id,
                    "amount_accrual": 80,
                    "amount_prepaid": 96,
                    "booked_on": False,
                }
            ],
        )
        self._close()
        self.env.invalidate_all()
        self.assertFalse(self._report("beauty.cut.off.report", today).search([]))

    def test_booked_after_the_period_end_is_accrued(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        self._close()
        log = self.env["beauty.service.log"].search(
            [("entitlement_id", "in", contract.entitlement_ids.ids)]
        )
        log.sudo().date = "2026-01-31 12:00:00"
        rows = self._report("beauty.cut.off.report", "2026-01-31").search([])
        self.assertEqual(rows.amount_accrual, 80)
        self.assertEqual(rows.booked_on, self.session.move_id.date)
        self.assertFalse(self._report("beauty.cut.off.report", "2026-01-30").search([]))

    def test_undone_service_is_no_accrual(self):
        contract = self._sell_plan()
        order = self._use(contract.entitlement_ids)
        log = self.env["beauty.service.log"].search(
            [("pos_order_line_id", "in", order.lines.ids)]
        )
        log.action_undo(self.config.id, "Wrong", "1234")
        today = self.company._get_beauty_today()
        self.assertFalse(self._report("beauty.cut.off.report", today).search([]))


@tagged("post_install", "-at_install")
class TestHoldingReports(ReportCommon):
    """Ageing, expected revenue and breakage of what members have left."""

    def _sum(self, model, day, *names):
        ((*values,),) = self._report(model, day)._read_group(
            [("kind", "!=", "points")], [], [f"{name}:sum" for name in names]
        )
        return [round(float(value), 2) for value in values]

    def test_ageing_adds_up_to_the_closing(self):
        holding = self._create_holding(date_expiry="2026-12-31")
        self._move(holding, "grant", 10, 100, "2026-01-10")
        self._move(holding, "redeem", -4, -40, "2026-03-01")
        cases = (("2026-01-09", 0), ("2026-02-28", 100), ("2026-03-01", 60))
        for day, expected in cases:
            found = self._sum("beauty.ageing.report", day, "amount")
            self.assertEqual(found, [expected])
        row = self._report("beauty.ageing.report", "2026-03-01").search([])
        self.assertEqual((row.age, row.term, row.units), ("b", "d", 6))

    def test_everything_that_expires_within_a_year_is_current(self):
        holding = self._create_holding(date_expiry="2026-12-31")
        self._move(holding, "grant", 10, 100, "2026-01-10")
        self.assertEqual(
            self._sum(
                "beauty.ageing.report",
                "2026-02-28",
                "amount_current",
                "amount_non_current",
            ),
            [100, 0],
        )

    def test_unused_plan_is_spread_until_its_expiry(self):
        holding = self._create_holding(date_expiry="2028-02-28")
        self._move(holding, "grant", 10, 100, "2026-02-28")
        self.assertEqual(
            self._sum(
                "beauty.ageing.report",
                "2026-02-28",
                "amount_current",
                "amount_non_current",
            ),
            [50, 50],
        )

    def test_pace_of_the_plan_decides_what_is_current(self):
        """A tenth of the plan is used in 100 days: 365 days use 36.5 of 100."""
        holding = self._create_holding(quantity=100)
        self._move(holding, "grant", 100, 1000, "2026-01-01")
        self._move(holding, "redeem", -10, -100, "2026-04-10")
        (current, later) = self._sum(
            "beauty.ageing.report", "2026-04-10", "amount_current", "amount_non_current"
        )
        self.assertEqual((current, later), (365, 535))

    def test_forecast_adds_up_to_the_liability(self):
        for expiry in ("2026-02-10", "2026-09-30", "2040-01-01", False):
            holding = self._create_holding(date_expiry=expiry)
            self._move(holding, "grant", 7, 77.77, "2026-01-10")
            self._move(holding, "redeem", -1, -11.11, "2026-02-10")
        empty = self._create_holding(self._create_plan("New", 1), date_expiry=False)
        self._move(empty, "grant", 3, 30, "2026-02-20")
        liability = self._sum("beauty.ageing.report", "2026-02-28", "amount")
        parts = self._sum(
            "beauty.forecast.report",
            "2026-02-28",
            "amount",
            "amount_use",
            "amount_lapse",
            "amount_open",
        )
        self.assertEqual([parts[0]], liability)
        self.assertAlmostEqual(sum(parts[1:]), parts[0], 2)
        self.assertEqual(parts[3], 30, "neither pace nor expiry")
        self.assertGreater(parts[2], 66.66 - 0.01, "what has expired lapses")

    def test_forecast_spreads_evenly_and_lapses_at_the_expiry(self):
        """Ten units in 100 days is a tenth of 100 a day; 60 days use 6 of the 90."""
        holding = self._create_holding(quantity=100, date_expiry="2026-06-09")
        self._move(holding, "grant", 100, 1000, "2026-01-01")
        self._move(holding, "redeem", -10, -100, "2026-04-10")
        rows = self._report("beauty.forecast.report", "2026-04-10").search([])
        found = [(r.month, r.amount_use, r.amount_lapse) for r in rows.sorted("month")]
        self.assertEqual(
            found,
            [
                (date(2026, 4, 1), 20, 0),
                (date(2026, 5, 1), 31, 0),
                (date(2026, 6, 1), 9, 840),
            ],
        )

    def test_breakage_rate_is_that_of_the_sums(self):
        for granted, lapsed in ((1000, 100), (3000, 0)):
            holding = self._create_holding()
            self._move(holding, "grant", 100, granted, "2026-01-10")
            if lapsed:
                self._move(holding, "expire", -10, -lapsed, "2026-02-10")
        report = self._report("beauty.breakage.report")
        ((granted, lapsed, rate),) = report._read_group(
            [("kind", "!=", "points")],
            [],
            ["amount_granted:sum", "amount_expired:sum", "breakage_rate:avg"],
        )
        self.assertEqual((granted, lapsed, float(rate)), (4000, 100, 0.025))

    def test_settlement_between_shops(self):
        other = self.env["beauty.shop"].create({"name": "Riverside"})
        holding = self._create_holding()
        self._move(holding, "grant", 10, 100, "2026-01-10")
        values = {"shop_id": other.id, "list_amount": -24}
        self._move(holding, "redeem", -2, -20, "2026-02-10", **values)
        self._move(holding, "redeem", -1, -10, "2026-02-11", shop_id=self.shop.id)
        for basis, percent, expected in (
            ("contract", 100, 20),
            ("contract", 50, 10),
            ("list", 100, 24),
            ("list", 80, 19.2),
        ):
            self.company.beauty_settlement_basis = basis
            self.company.beauty_settlement_percent = percent
            self.env.flush_all()
            self.env.invalidate_all()
            rows = self._report("beauty.settlement.report").search([])
            elsewhere = rows.filtered("is_elsewhere")
            self.assertEqual(len(rows), 2)
            self.assertEqual(elsewhere.amount_settlement, expected)
            self.assertEqual(elsewhere.sold_shop_id, self.shop)
            self.assertEqual(elsewhere.used_shop_id, other)
        self.assertEqual(fields.Date.to_string(elsewhere.date), "2026-02-10")
