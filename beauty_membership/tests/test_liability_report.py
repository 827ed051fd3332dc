# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import random
from collections import defaultdict
from datetime import date, timedelta

from lxml import etree

from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from ..wizards.beauty_report_wizard import REPORTS
from .common_report import ReportCommon

# movement: the column of the roll-forward it stands in
COLUMN = {
    "grant": "sold",
    "redeem": "redeemed",
    "restore": "redeemed",
    "refund": "refunded",
    "transfer_out": "transferred",
    "transfer_in": "transferred",
    "expire": "expired",
    "reinstate": "expired",
    "adjust": "adjusted",
    "clawback": "adjusted",
}
MEASURES = ("opening", *dict.fromkeys([*COLUMN.values(), "bonus"]), "closing")
FIRST, LAST = date(2026, 2, 1), date(2026, 2, 28)


@tagged("post_install", "-at_install")
class TestLiabilityReport(ReportCommon):
    """The roll-forward says what adding up the entries one by one says."""

    def _make_random_ledger(self, seed, count=60):
        rng = random.Random(seed)  # noqa: S311 (a test's dice)
        plans = (self.plan, self._create_plan("Other", 500, [(self.massage, 5)]))
        holdings = [
            self._create_holding(plan, partner, is_bonus=is_bonus)
            for plan in plans
            for partner in (self.member, self.other_member)
            for is_bonus in (False, True)
        ]
        for holding in holdings:
            self._move(holding, "grant", 500, 5000, "2026-01-01", "2026-01-01")
        for _index in range(count):
            self._move_at_random(rng, rng.choice(holdings))

    def _move_at_random(self, rng, holding):
        movement = rng.choice(list(COLUMN))
        sign = rng.choice((1, -1)) if movement in ("adjust", "reinstate") else 0
        sign = sign or (1 if movement in ("grant", "restore", "transfer_in") else -1)
        day = date(2026, 1, 15) + timedelta(days=rng.randrange(60))
        booked_on = rng.choice((None, day, day + timedelta(days=rng.randrange(-3, 20))))
        units, amount = rng.randrange(1, 5), round(rng.uniform(0.01, 99.99), 2)
        self._move(holding, movement, sign * units, sign * amount, day, booked_on)

    def _add_up(self, first, last):
        """Return the sums of the entries, one by one: {plan: {measure: cents}}."""
        sums = defaultdict(lambda: defaultdict(int))
        for entry in self.env["beauty.entry"].search(
            [("company_id", "=", self.company.id)]
        ):
            row = sums[entry.contract_id.plan_id]
            cents, item = round(entry.amount * 100), entry.account_move_line_id
            is_booked = bool(item) and item.date <= last
            if entry.date <= last:
                column = COLUMN[entry.movement]
                if column == "sold" and entry.entitlement_id.is_bonus:
                    column = "bonus"
                row[column if entry.date >= first else "opening"] += cents
                row["closing"] += cents
            row["booked"] += cents * is_booked
            row["in_transit"] += cents * ((entry.date <= last) - is_booked)
        return sums

    def _read_report(self, first, last):
        names = (*MEASURES, "in_transit", "booked")
        rows = self._report("beauty.liability.report", last, first)._read_group(
            [], ["plan_id"], [f"amount_{name}:sum" for name in names]
        )
        return {
            plan.sudo(): {
                name: round(value * 100)
                for name, value in zip(names, values, strict=True)
            }
            for plan, *values in rows
        }

    def _assert_adds_up(self, first, last):
        expected = self._add_up(first, last)
        found = self._read_report(first, last)
        self.assertEqual(
            {
                plan: {name: value for name, value in row.items() if value}
                for plan, row in found.items()
            },
            {
                plan: {name: value for name, value in row.items() if value}
                for plan, row in expected.items()
            },
        )
        for row in found.values():
            movements = [row[name] for name in MEASURES[:-1]]
            self.assertEqual(sum(movements), row["closing"])

    def test_report_equals_brute_force(self):
        for seed in range(3):
            self._make_random_ledger(seed)
            self._assert_adds_up(FIRST, LAST)
        self._assert_adds_up(date(2025, 1, 1), date(2026, 12, 31))
        self._assert_adds_up(date(2026, 2, 10), date(2026, 2, 10))

    def test_report_closes_to_the_tie_out_on_any_day(self):
        self._make_random_ledger(7, 80)
        for offset in range(-2, 75, 7):
            last = date(2026, 1, 15) + timedelta(days=offset)
            tie_out = self.env["beauty.entry"]._fetch_tie_out(self.company, last)
            rows = self._read_report(last.replace(day=1), last).values()
            for measure, name in (
                ("closing", "entries"),
                ("in_transit", "in_transit"),
                ("booked", "booked"),
            ):
                total = sum(row[measure] for row in rows)
                self.assertEqual(total, round(tie_out[name] * 100), (last, measure))

    def test_opening_is_the_closing_of_the_month_before(self):
        self._make_random_ledger(3)
        before = self._read_report(date(2026, 1, 1), date(2026, 1, 31))
        after = self._read_report(FIRST, LAST)
        for plan, row in after.items():
            self.assertEqual(row["opening"], before[plan]["closing"])

    def test_reversed_refund_stands_where_the_refund_stood(self):
        holding = self._create_holding()
        self._move(holding, "grant", 10, 100, "2026-01-05")
        refund = self._move(holding, "refund", -5, -50, "2026-02-05")
        lapse = self._move(holding, "expire", -1, -10, "2026-02-06")
        for entry, back in ((refund, 5), (lapse, 1)):
            self._move(
                holding,
                "reinstate",
                back,
                back * 10,
                "2026-02-07",
                reversed_entry_id=entry.id,
            )
        ((refunded, expired, closing),) = self._report(
            "beauty.liability.report"
        )._read_group(
            [("entitlement_id", "=", holding.id)],
            [],
            ["amount_refunded:sum", "amount_expired:sum", "amount_closing:sum"],
        )
        self.assertEqual((refunded, expired, closing), (0, 0, 100))

    def test_units_follow_the_money(self):
        holding = self._create_holding()
        self._move(holding, "grant", 10, 100, "2026-01-05")
        self._move(holding, "redeem", -3, -30, "2026-02-05")
        ((opening, redeemed, closing),) = self._report(
            "beauty.liability.report"
        )._read_group(
            [("entitlement_id", "=", holding.id)],
            [],
            ["units_opening:sum", "units_redeemed:sum", "units_closing:sum"],
        )
        self.assertEqual((opening, redeemed, closing), (10, -3, 7))

    def test_tickets_in_transit_until_the_register_closes(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        today = self.company._get_beauty_today()
        domain = [("contract_id", "=", contract.id)]
        sums = ["amount_closing:sum", "amount_in_transit:sum", "amount_booked:sum"]

        def read():
            report = self._report("beauty.liability.report", today, today)
            return report._read_group(domain, [], sums)

        self.assertEqual(read(), [(864, 864, 0)])
        self._close()
        self.env.invalidate_all()
        self.assertEqual(read(), [(864, 0, 864)])

    def test_title_names_the_period(self):
        report = self._report("beauty.liability.report")
        action = report.action_open_report()
        self.assertIn("2/1/26 – 2/28/26", action["name"])
        self.assertEqual(action["context"]["date_from"], "2026-02-01")
        wizard = self._as("accountant", self.env["beauty.report.wizard"])
        values = report.action_change_period()["context"]
        wizard = wizard.with_context(**values).create({})
        self.assertEqual(wizard._get_group(), "plan_id")
        wizard.date_to = "2026-03-31"
        self.assertEqual(wizard.action_show()["context"]["date_to"], "2026-03-31")
        self.assertIn("date_to=2026-03-31", wizard.action_excel()["url"])


@tagged("post_install", "-at_install")
class TestReportAccess(ReportCommon):
    """Managers and accountants read the reports, of their own companies only."""

    def setUp(self):
        super().setUp()
        self._use(self._sell_plan().entitlement_ids)
        self.today = self.company._get_beauty_today()

    def test_till_and_technician_see_none(self):
        for model in (*REPORTS, "beauty.audit.log"):
            for role in ("technician", "receptionist"):
                report = self._report(model, self.today, self.today, role)
                for method in (report.search, report.search_count):
                    with self.assertRaises(AccessError, msg=(model, role)):
                        method([])

    def _get_fields(self, arch):
        return [
            node.get("name")
            for node in etree.fromstring(arch).iter("field")
            if node.get("name")
        ]

    def test_every_report_opens_in_all_its_views(self):
        for model in REPORTS:
            for role in ("accountant", "manager"):
                report = self._report(model, self.today, self.today, role)
                action = report.action_open_report()
                views = report.get_views([*action["views"], (False, "search")])
                names = self._get_fields(views["views"]["list"]["arch"])
                spec = {
                    name: {"fields": {"display_name": {}}}
                    if report._fields[name].relational
                    else {}
                    for name in names
                }
                rows = report.web_search_read([], spec, limit=80)["records"]
                self.assertEqual(len(rows), report.search_count([]), model)

    def test_every_report_groups_and_adds_up(self):
        for model in REPORTS:
            report = self._report(model, self.today, self.today)
            for group in report._report_groups:
                sums = [
                    f"{name}:{report._fields[name].aggregator}"
                    for name in report._report_measures
                ]
                rows = report.formatted_read_group([], [group], sums)
                for row in rows:
                    for name in sums:
                        self.assertIsNot(row[name], False, (model, name))

    def test_till_cannot_ask_for_letters_or_statements(self):
        for model in (
            "beauty.report.wizard",
            "beauty.ledger.wizard",
            "beauty.statement.wizard",
            "beauty.confirmation.wizard",
        ):
            with self.assertRaises(AccessError, msg=model):
                self._as("receptionist", self.env[model]).create({})

    def test_accountant_and_manager_read_and_never_write(self):
        for role in ("accountant", "manager"):
            report = self._report("beauty.liability.report", role=role)
            report = report.with_context(date_to=self.today, date_from=self.today)
            rows = report.search([("amount_closing", "!=", 0)])
            self.assertEqual(len(rows), 2)
            with self.assertRaises(AccessError):
                rows.write({"date": False})
            with self.assertRaises(AccessError):
                rows.unlink()

    def test_no_row_of_another_company(self):
        other = self.setup_other_company()["company"]
        user = new_test_user(
            self.env,
            "beauty_elsewhere",
            groups="account.group_account_user,beauty_membership.group_manager",
            company_id=other.id,
            company_ids=[Command.set(other.ids)],
        )
        for model in REPORTS:
            report = self.env[model].with_user(user).with_company(other)
            context = {"date_from": "2020-01-01", "date_to": self.today}
            report = report.with_context(**context, allowed_company_ids=other.ids)
            self.assertNotIn(self.company, report.search([]).company_id.sudo(), model)
            report = report.with_context(allowed_company_ids=self.company.ids)
            with self.assertRaises(AccessError, msg=model):
                report._get_xlsx()
