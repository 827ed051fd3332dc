# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta
from unittest.mock import patch

from odoo import fields
from odoo.tests import tagged

from odoo.addons.account.tests.common import AccountTestInvoicingCommon

from ..demo import history, words
from ..demo.clock import CONTEXT_KEY, Clock


class DemoSalonCommon(AccountTestInvoicingCommon):
    """One demo salon in the test company, in the words of ``country``."""

    country = "base.us"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company = cls.company_data["company"]
        cls.company.country_id = cls.env.ref(cls.country)
        cls.company._beauty_load_demo_salon()

    def _find(self, model):
        domain = [("company_id", "=", self.company.id)]
        return self.env[model].sudo().search(domain)

    def _count(self):
        models = ("beauty.entry", "beauty.contract", "pos.order", "beauty.plan")
        return {model: len(self._find(model)) for model in models}


@tagged("post_install", "-at_install")
class TestDemoSalon(DemoSalonCommon):
    def test_registers_end_closed_and_their_entries_posted(self):
        sessions = self._find("pos.config").session_ids
        self.assertEqual(len(sessions), len(list(history.sessions())) + 1)
        self.assertEqual(set(sessions.mapped("state")), {"closed"})
        moves = sessions.move_id
        self.assertEqual(set(moves.mapped("state")), {"posted"})
        self.assertEqual(len(moves), len(sessions))

    def test_ledger_ties_out_on_every_day_of_the_history(self):
        entries = self.env["beauty.entry"].sudo()
        today = fields.Date.context_today(entries)
        for days in range(60):
            day = today - timedelta(days=days)
            tie_out = entries._fetch_tie_out(self.company, day)
            self.assertEqual(tie_out["difference"], 0.0, day)
            self.assertEqual(tie_out["in_transit"], 0.0, day)
        self.assertFalse(entries._fetch_wrong_balances(self.company))
        self.assertFalse(self._find("beauty.exception"))

    def test_what_is_left_equals_the_liability_account(self):
        liability = self.company.beauty_liability_account_id
        lines = self.env["account.move.line"].search(
            [("account_id", "=", liability.id)]
        )
        held = sum(self._find("beauty.entitlement").mapped("amount_remaining"))
        self.assertGreater(held, 0.0)
        self.assertEqual(
            self.company.currency_id.round(held + sum(lines.mapped("balance"))), 0
        )

    def test_every_visit_left_its_log_and_one_is_undone(self):
        kinds = ("use", "first", "service", "visit")
        goods = words.RETAIL
        services = [
            key
            for visit in history.VISITS
            for what, key in visit[3]
            if what in kinds and key not in goods
        ]
        logs = self._find("beauty.service.log")
        self.assertEqual(len(logs), len(services))
        self.assertTrue(all(log.technician_id for log in logs))
        self.assertEqual(len(logs.filtered("is_undone")), 1)
        restored = self._find("beauty.entry").filtered(
            lambda e: e.movement == "restore"
        )
        self.assertEqual(len(restored), 1)

    def test_card_shows_birthday_allergy_and_what_expires(self):
        config = self._find("pos.config")[:1]
        tiers = self._find("beauty.tier")
        members = self.env["res.partner"].with_company(self.company)
        members = members.search([("tier_id", "in", tiers.ids)])
        self.assertEqual(len(members), len(words.MEMBERS))
        cards = [members.get_member_card(member.id, config.id) for member in members]
        self.assertEqual(sum(card["flags"]["birthday"] for card in cards), 1)
        self.assertEqual(sum(card["flags"]["allergy"] for card in cards), 1)
        self.assertEqual(sum(bool(card["expiring"]) for card in cards), 1)
        self.assertTrue(
            any(not row["can_use"] for card in cards for row in card["sessions"])
        )

    def test_staff_have_a_login_each_and_the_manager_a_pin(self):
        for login in words.STAFF:
            user = self.env["res.users"].search([("login", "=", login)])
            self.assertIn(self.company, user.company_ids, login)
            user.with_user(user)._check_credentials(
                {"type": "password", "login": login, "password": login},
                {"interactive": False},
            )
        config = self._find("pos.config")[:1]
        self.assertEqual(config._get_pin_refusal("1234"), {})

    def test_second_run_adds_nothing(self):
        before = self._count()
        self.assertFalse(self.company._beauty_load_demo_salon())
        self.assertEqual(self._count(), before)

    def test_salon_of_an_earlier_installation_is_not_built_again(self):
        before = self._count()
        with patch.object(type(self.company), "_has_beauty_shop", return_value=False):
            self.assertFalse(self.company._beauty_load_demo_salon())
        self.assertEqual(self._count(), before)

    def test_company_without_chart_is_left_alone(self):
        company = self.env["res.company"].create({"name": "No chart"})
        company.chart_template = False
        self.assertFalse(company._beauty_load_demo_salon())
        self.assertFalse(
            self.env["beauty.shop"].search([("company_id", "=", company.id)])
        )

    def test_failure_leaves_nothing_for_the_commit(self):
        cr, done = self.env.cr, []

        def fail():
            cr.precommit.add(lambda: done.append("before"))
            cr.postcommit.add(lambda: done.append("after"))
            raise ValueError("broken demo")

        path = "odoo.addons.beauty_membership.demo.salon.DemoSalon.build"
        with patch(path, side_effect=fail):
            # not assertRaises: its savepoint would clear the callbacks itself
            try:
                self.company._build_demo_salon()
            except ValueError:
                done.append("failed")
        cr.precommit.run()
        cr.postcommit.run()
        self.assertEqual(done, ["failed"])

    def test_only_an_object_of_the_server_turns_the_clock_back(self):
        order = self._find("pos.order")[:1]
        day = fields.Date.to_date("2020-02-20")
        forged = order.with_context(**{CONTEXT_KEY: {"day": "2020-02-20"}})
        self.assertNotEqual(forged._get_membership_date(), day)
        played = order.with_context(**{CONTEXT_KEY: Clock(day)})
        self.assertEqual(played._get_membership_date(), day)


@tagged("post_install", "-at_install")
class TestDemoSalonInChina(DemoSalonCommon):
    country = "base.cn"

    def test_words_are_chinese_and_tenders_those_of_china(self):
        plans = self._find("beauty.plan").filtered(lambda plan: not plan.is_reward)
        offers = [*words.PLANS.values(), *words.CARDS.values()]
        self.assertEqual(
            sorted(plans.mapped("name")), sorted(row[0][1] for row in offers)
        )
        tenders = set(self._find("pos.config").payment_method_ids.mapped("name"))
        self.assertLessEqual({"微信", "支付宝", "现金", "银行卡"}, tenders)
        facial = self._find("beauty.plan").line_ids.product_ids[:1]
        self.assertEqual(facial.taxes_id.mapped("amount"), [6.0])
        self.assertEqual(facial.taxes_id.mapped("price_include"), [True])

    def test_ledger_ties_out(self):
        tie_out = self.env["beauty.entry"].sudo()._fetch_tie_out(self.company)
        self.assertGreater(tie_out["booked"], 0.0)
        self.assertEqual(tie_out["difference"], 0.0)
