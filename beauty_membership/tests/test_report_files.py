# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import csv
import io
from datetime import date

import openpyxl

from odoo.exceptions import UserError
from odoo.tests import HttpCase, tagged

from ..wizards.beauty_report_wizard import REPORTS
from .common_report import ReportCommon


@tagged("post_install", "-at_install")
class TestReportFiles(ReportCommon, HttpCase):
    """Reports and the ledger as files, given to whom the reports are for."""

    def setUp(self):
        super().setUp()
        self._use(self._sell_plan().entitlement_ids)
        self.today = self.company._get_beauty_today()
        # from here on the name is of the browser's session
        self.session = None

    def _login(self, role):
        user = self.users[role]
        user.password = user.login
        self.authenticate(user.login, user.login)

    def _get(self, path, **params):
        params = {"company_ids": self.company.id, "date_to": self.today, **params}
        query = "&".join(f"{key}={value}" for key, value in params.items())
        return self.url_open(f"/beauty_membership/{path}?{query}")

    def _read_rows(self, content):
        book = openpyxl.load_workbook(io.BytesIO(content))
        return [list(row) for row in book.active.iter_rows(values_only=True)]

    def test_every_report_comes_as_a_workbook(self):
        self._login("accountant")
        for model in REPORTS:
            answer = self._get(f"report/{model}.xlsx", date_from="2020-01-01")
            self.assertEqual(answer.status_code, 200, model)
            rows = self._read_rows(answer.content)
            self.assertIn(self.env[model]._get_report_name(), rows[0][0])
            self.assertIn(self.company.name, rows[1][0])

    def test_workbook_of_the_roll_forward_adds_up(self):
        self._login("manager")
        answer = self._get("report/beauty.liability.report.xlsx", group="partner_id")
        heading, member, total = self._read_rows(answer.content)[4:7]
        self.assertEqual(heading[:2], ["Member", "Opening"])
        self.assertEqual(member[0], self.member.name)
        sold, redeemed, closing = (
            heading.index(name) for name in ("Sold", "Redeemed", "Closing")
        )
        self.assertEqual(
            (member[sold], member[redeemed], member[closing]), (960, -96, 864)
        )
        self.assertEqual(member[1:], total[1:])

    def test_ledger_as_csv_and_workbook(self):
        self._login("accountant")
        entries = self.env["beauty.entry"].search(
            [("company_id", "=", self.company.id)], order="id"
        )
        answer = self._get("ledger.csv", date_from="2020-01-01")
        self.assertTrue(answer.content.startswith(b"\xef\xbb\xbf"))
        heading, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
        self.assertEqual([int(row[0]) for row in rows], entries.ids)
        amount = heading.index("Amount")
        self.assertEqual([float(row[amount]) for row in rows], entries.mapped("amount"))
        answer = self._get("ledger.xlsx", date_from="2020-01-01")
        found = [row[0] for row in self._read_rows(answer.content)[4:]]
        self.assertEqual(found, entries.ids)

    def test_names_cannot_run_in_a_spreadsheet(self):
        self.member.name = '=HYPERLINK("http://x")'
        self._login("accountant")
        answer = self._get("ledger.csv", date_from="2020-01-01")
        self.assertIn("'=HYPERLINK", answer.text)
        answer = self._get("report/beauty.liability.report.xlsx", group="partner_id")
        book = openpyxl.load_workbook(io.BytesIO(answer.content))
        types = {c.data_type for row in book.active.iter_rows() for c in row}
        self.assertNotIn("f", types)

    def test_till_and_technician_get_no_file(self):
        paths = ("ledger.csv", "ledger.xlsx", "report/beauty.liability.report.xlsx")
        for role in ("technician", "receptionist"):
            self._login(role)
            for path in paths:
                answer = self._get(path)
                self.assertEqual(answer.status_code, 403, (role, path))

    def test_other_models_and_endings_are_not_found(self):
        self._login("accountant")
        for path in ("report/res.users.xlsx", "ledger.pdf"):
            self.assertEqual(self._get(path).status_code, 404, path)

    def test_nobody_gets_files_of_a_company_that_is_not_hers(self):
        other = self.setup_other_company()["company"]
        self._login("accountant")
        for path in ("ledger.csv", "report/beauty.liability.report.xlsx"):
            answer = self._get(path, company_ids=other.id)
            self.assertEqual(answer.status_code, 403, path)


@tagged("post_install", "-at_install")
class TestMemberPapers(ReportCommon):
    """Statements and confirmation letters, in the member's language."""

    def _render(self, name, wizard):
        report = self._as("accountant", self.env["ir.actions.report"])
        html, _kind = report.with_company(self.company)._render_qweb_html(
            f"beauty_membership.{name}", wizard.ids
        )
        return html.decode()

    def _print_statement(self, record, **values):
        wizard = self._as("accountant", self.env["beauty.statement.wizard"])
        wizard = wizard.with_context(active_model=record._name, active_ids=record.ids)
        return wizard.create(values)

    def _make_history(self):
        holding = self._create_holding()
        self._move(holding, "grant", 10, 100, "2026-01-10")
        self._move(holding, "redeem", -3, -30, "2026-01-20", shop_id=self.shop.id)
        self._move(holding, "redeem", -2, -20, "2026-02-10", shop_id=self.shop.id)
        self._move(holding, "redeem", -1, -10, "2026-03-10")
        return holding

    def test_statement_opens_moves_and_closes(self):
        holding = self._make_history()
        wizard = self._print_statement(
            self.member, date_from="2026-02-01", date_to="2026-02-28"
        )
        (statement,) = wizard._get_statements()
        (block,) = statement["blocks"]
        self.assertEqual(block["holding"], holding)
        self.assertEqual((block["opening"], block["closing"]), (7, 5))
        self.assertEqual([row["left"] for row in block["rows"]], [5])

    def test_statement_of_a_contract_shows_that_contract(self):
        holding, other = self._make_history(), self._make_history()
        wizard = self._print_statement(
            holding.contract_id, date_from="2026-01-01", date_to="2026-12-31"
        )
        self.assertEqual(wizard.partner_ids, self.member)
        html = self._render("report_member_statement", wizard)
        self.assertIn(holding.contract_id.name, html)
        self.assertNotIn(f">{other.contract_id.name}<", html)

    def test_statement_names_shop_and_technician(self):
        contract = self._sell_plan()
        order = self._use(contract.entitlement_ids)
        wizard = self._print_statement(self.member)
        html = self._render("report_member_statement", wizard)
        for words in (
            self.technician.name,
            self.shop.name,
            order.pos_reference,
            "Opening balance",
            "Points",
        ):
            self.assertIn(words, html)

    def test_papers_speak_the_language_of_the_member(self):
        self.env["res.lang"]._activate_lang("zh_CN")
        self.env["ir.module.module"]._load_module_terms(
            ["beauty_membership"], ["zh_CN"]
        )
        self.member.lang = "zh_CN"
        self._make_history()
        wizard = self._print_statement(
            self.member, date_from="2026-02-01", date_to="2026-02-28"
        )
        self.assertIn("期初余额", self._render("report_member_statement", wizard))
        letters = self._create_letters(date="2026-02-28")
        self.assertIn(
            "请确认您的余额", self._render("report_balance_confirmation", letters)
        )

    def _create_letters(self, **values):
        wizard = self._as("accountant", self.env["beauty.confirmation.wizard"])
        return wizard.create({"date": "2026-02-28", **values})

    def test_letters_tell_the_balance_of_the_day(self):
        self._make_history()
        wizard = self._create_letters()
        (letter,) = wizard._get_letters()
        self.assertEqual((letter["partner"], letter["amount"]), (self.member, 50))
        self.assertEqual([row["units"] for row in letter["holdings"]], [5])
        html = self._render("report_balance_confirmation", wizard)
        self.assertIn("50.00", html)
        self.assertEqual(wizard.action_print()["type"], "ir.actions.report")

    def test_letters_go_to_the_sample(self):
        partners = self.env["res.partner"].create(
            [{"name": f"Member {index}"} for index in range(8)]
        )
        for index, partner in enumerate(partners):
            holding = self._create_holding(partner=partner)
            self._move(holding, "grant", 10, 100 + index, "2026-01-10")
        largest = self._create_letters(count=3)._get_letters()
        self.assertEqual(
            [letter["partner"] for letter in largest], list(partners[:-4:-1])
        )
        few = self._create_letters(amount_min=106)._get_letters()
        self.assertEqual(len(few), 2)
        draws = [
            [
                letter["partner"].id
                for letter in self._create_letters(
                    sample="random", count=4, seed=seed
                )._get_letters()
            ]
            for seed in (1, 1, 2)
        ]
        self.assertEqual(draws[0], draws[1])
        self.assertNotEqual(draws[0], draws[2])
        with self.assertRaises(UserError):
            self._create_letters(amount_min=999).action_print()

    def test_chosen_members_get_a_letter_also_without_balance(self):
        wizard = self._as("accountant", self.env["beauty.confirmation.wizard"])
        wizard = wizard.with_context(
            active_model="res.partner", active_ids=self.other_member.ids
        ).create({"date": date(2026, 2, 28)})
        (letter,) = wizard._get_letters()
        self.assertEqual((letter["partner"], letter["amount"]), (self.other_member, 0))

    def test_papers_become_pdf(self):
        # a closed port: a test's server would wait for the test that waits for it
        self.env["ir.config_parameter"].set_param("report.url", "http://127.0.0.1:9")
        self._make_history()
        report = self.env["ir.actions.report"].with_context(force_report_rendering=True)
        for name, wizard in (
            ("report_member_statement", self._print_statement(self.member)),
            ("report_balance_confirmation", self._create_letters()),
        ):
            content, kind = report._render_qweb_pdf(
                f"beauty_membership.{name}", wizard.ids
            )
            self.assertEqual((kind, content[:4]), ("pdf", b"%PDF"))
