# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2 import IntegrityError

from odoo import fields
from odoo.exceptions import ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..exceptions import GrantRefused
from .common import BeautyMembershipCommon


@tagged("post_install", "-at_install")
class TestTrial(BeautyMembershipCommon):
    """A trial is sold once to a person, and tells what became of it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.trial = cls._create_plan(
            "Trial facial", 20, [(cls.facial, 1)], once_per_member=True
        )
        cls.today = fields.Date.context_today(cls.trial)

    def _refuse(self, plan=None, partner=None, **values):
        lines = [self._plan_line(plan or self.trial)]
        ticket = self._ticket(lines, partner, **values)
        return self._assert_refused(GrantRefused, ticket)

    def _check(self, plan=None, partner=None, quantity=1):
        Plan = self.env["beauty.plan"].with_user(self.cashier)
        partner = self.member if partner is None else partner
        return Plan.check_offer(
            (plan or self.trial).id, partner.id, self.config.id, quantity
        )

    def test_trial_is_sold_once(self):
        self.assertFalse(self._check())
        contract = self._sell_plan(self.trial)
        self.assertTrue(contract.is_trial)
        self.assertIn("had it", self._refuse())
        self.assertIn("had it", self._check())
        self._sell_plan(self.trial, self.other_member)

    def test_two_trials_at_once_are_refused(self):
        lines = [self._plan_line(self.trial, qty=2)]
        self._assert_refused(GrantRefused, self._ticket(lines))
        lines = [self._plan_line(self.trial), self._plan_line(self.trial)]
        self._assert_refused(GrantRefused, self._ticket(lines))

    def test_trial_is_sold_once_to_a_phone(self):
        self._sell_plan(self.trial)
        same = self.env["res.partner"].create(
            {"name": "Na Li", "phone": "+86 138-0000-1234"}
        )
        self._refuse(partner=same)
        other = self.env["res.partner"].create(
            {"name": "Zhao", "phone": "+86 138-0000-1235"}
        )
        self._sell_plan(self.trial, other)

    def test_trial_needs_a_customer(self):
        self.assertIn("customer", self._refuse(partner=self.env["res.partner"]))
        self.assertIn("customer", self._check(partner=self.env["res.partner"]))

    def test_refunded_trial_may_be_sold_again(self):
        contract = self._sell_plan(self.trial)
        self._sync(self._ticket(self._refund_lines(contract.pos_order_line_id)))
        self._sell_plan(self.trial)

    def test_new_members_only(self):
        self.trial.write({"once_per_member": False, "new_members_only": True})
        self._sync(self._ticket([self._line(self.serum)], self.other_member))
        self.assertIn("new", self._refuse(partner=self.other_member))
        self.assertIn("new", self._check(partner=self.other_member))
        self._sell_plan(self.trial)
        self._refuse()

    def test_campaign_is_sold_on_its_days(self):
        self.trial.write({"date_from": self.today, "date_to": self.today})
        self._sell_plan(self.trial)
        self.trial.date_to = False
        self.trial.date_from = fields.Date.add(self.today, days=1)
        self.assertIn("from", self._refuse(partner=self.other_member))
        self.trial.date_from = False
        self.trial.date_to = fields.Date.subtract(self.today, days=1)
        self.assertIn("until", self._refuse(partner=self.other_member))

    def test_campaign_that_ends_before_it_starts_is_refused(self):
        with self.assertRaises(ValidationError):
            self.trial.write({"date_from": "2026-02-01", "date_to": "2026-01-31"})

    def test_most_per_member(self):
        self.plan.member_limit = 2
        self._sell_plan()
        self._sell_plan()
        self._refuse(self.plan)
        lines = [self._plan_line(qty=3)]
        self._assert_refused(GrantRefused, self._ticket(lines, self.other_member))

    def test_ticket_paid_offline_is_stored_and_flagged(self):
        self._sell_plan(self.trial)
        contract = self._sell_plan(self.trial, taken_offline=True)
        self.assertEqual(contract.state, "active")
        exception = self.env["beauty.exception"].search([("kind", "=", "offer")])
        self.assertEqual(exception.partner_id, self.member)
        self.assertIn("had it", exception.message)
        self.assertTrue(exception.activity_ids)
        self._close()
        self._assert_ledger_holds()

    def test_ticket_that_comes_late_is_stored_and_flagged(self):
        self._sell_plan(self.trial)
        paid_at = fields.Datetime.subtract(fields.Datetime.now(), hours=1)
        self._sell_plan(self.trial, date_order=fields.Datetime.to_string(paid_at))
        self.assertTrue(self.env["beauty.exception"].search([("kind", "=", "offer")]))

    def test_two_tills_do_not_sell_one_trial_twice(self):
        contract = self._sell_plan(self.trial)
        with (
            self.assertRaises(IntegrityError),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            contract.sudo().copy({"once_key": contract.once_key})
            self.env.flush_all()

    def test_conversion(self):
        trial = self._sell_plan(self.trial)
        self.assertFalse(trial.converted_on)
        contract = self._sell_plan()
        self.assertEqual(trial.converted_on, self.today)
        self.assertEqual(trial.converting_contract_id, contract)
        self.assertEqual(trial.conversion_rate, 100.0)
        self._sell_plan()
        self.assertEqual(trial.converting_contract_id, contract)

    def test_another_trial_converts_nobody(self):
        trial = self._sell_plan(self.trial)
        other = self._create_plan(
            "Trial massage", 30, [(self.massage, 1)], once_per_member=True
        )
        self._sell_plan(other)
        self.assertFalse(trial.converted_on)

    def test_refund_takes_the_conversion_back(self):
        trial = self._sell_plan(self.trial)
        contract = self._sell_plan()
        self._sync(self._ticket(self._refund_lines(contract.pos_order_line_id)))
        self.assertFalse(trial.converted_on)
        self.assertEqual(trial.conversion_rate, 0.0)

    def test_conversion_is_averaged(self):
        self._sell_plan(self.trial)
        self._sell_plan(self.trial, self.other_member)
        self._sell_plan()
        ((rate,),) = self.env["beauty.contract"]._read_group(
            [("is_trial", "=", True), ("plan_id", "=", self.trial.id)],
            aggregates=["conversion_rate:avg"],
        )
        self.assertEqual(rate, 50.0)
