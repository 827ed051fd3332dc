# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2.errors import CheckViolation

from odoo import Command
from odoo.exceptions import ValidationError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .common_value import ValueCommon


@tagged("post_install", "-at_install")
class TestRechargePlan(ValueCommon):
    """Recharges that make no sense are refused in the form, in words."""

    def _assert_ladder_refused(self, *steps):
        """Steps: (from, up to, gift); returns what the manager is told."""
        with self.assertRaises(ValidationError) as caught:
            self._create_recharge(
                step_ids=[
                    Command.create(
                        {"amount": start, "amount_end": end, "quantity": gift}
                    )
                    for start, end, gift in steps
                ]
            )
        return str(caught.exception)

    def test_gap(self):
        message = self._assert_ladder_refused((500, 999, 50), (1000, 0, 150))
        self.assertIn("nothing is given", message)
        self.assertIn("999", message)

    def test_overlap(self):
        message = self._assert_ladder_refused((500, 1200, 50), (1000, 0, 150))
        self.assertIn("1,200", message)

    def test_duplicate(self):
        message = self._assert_ladder_refused((500, 0, 50), (500, 0, 60))
        self.assertIn("Two steps", message)

    def test_end_before_start(self):
        message = self._assert_ladder_refused((500, 400, 50))
        self.assertIn("before it starts", message)

    def test_end_of_the_last_step(self):
        message = self._assert_ladder_refused((500, 1000, 50))
        self.assertIn("last step", message)

    def test_negative_step(self):
        message = self._assert_ladder_refused((-500, 0, 50))
        self.assertIn("above zero", message)

    @mute_logger("odoo.sql_db")
    def test_negative_gift(self):
        with self.assertRaises(CheckViolation), self.env.cr.savepoint():
            self._create_recharge(
                step_ids=[Command.create({"amount": 500, "quantity": -50})]
            )

    @mute_logger("odoo.sql_db")
    def test_half_a_session(self):
        with self.assertRaises(CheckViolation), self.env.cr.savepoint():
            self._create_recharge(
                step_ids=[
                    Command.create(
                        {
                            "amount": 500,
                            "kind": "session",
                            "quantity": 0.5,
                            "product_ids": [Command.set(self.facial.ids)],
                        }
                    )
                ]
            )

    @mute_logger("odoo.sql_db")
    def test_gift_that_ends_before_it_starts(self):
        with self.assertRaises(CheckViolation), self.env.cr.savepoint():
            self._create_recharge(bonus_validity_months=-1)

    def test_gift_sessions_of_nothing(self):
        step = Command.create({"amount": 500, "kind": "session"})
        with self.assertRaises(ValidationError):
            self._create_recharge(step_ids=[step])

    def test_coupon_of_no_program(self):
        step = Command.create({"amount": 500, "kind": "coupon"})
        with self.assertRaises(ValidationError):
            self._create_recharge(step_ids=[step])

    def test_two_principals(self):
        line = {"kind": "value", "quantity": 10}
        with self.assertRaises(ValidationError):
            self._create_recharge().line_ids = [Command.create(line)]

    def test_any_amount_of_nothing(self):
        with self.assertRaises(ValidationError):
            self.plan.is_open_amount = True

    def test_tax_at_the_sale(self):
        with self.assertRaises(ValidationError):
            self._create_recharge(tax_point="sale")

    def test_no_weekday(self):
        days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
        with self.assertRaises(ValidationError):
            self._create_recharge(**{f"can_use_{day}": False for day in days})

    def test_step_in_words(self):
        plan = self._create_recharge(
            step_ids=[Command.create({"amount": 500, "quantity": 50})]
        )
        self.assertRegex(plan.step_ids.display_name, r"from .*500.*: .*50")

    def test_offer_in_words(self):
        plan = self._create_recharge(
            gift=0,
            is_open_amount=True,
            step_ids=[
                Command.create({"amount": 500, "quantity": 50}),
                Command.create({"amount": 1000, "quantity": 150}),
            ],
        )
        self.assertRegex(plan.offer, r"500.*50.*1,000.*150")

    def test_manager_makes_a_recharge(self):
        form = Form(
            self.env["beauty.plan"], view="beauty_membership.beauty_plan_view_form"
        )
        form.name = "Recharge 1,000"
        form.price = 1000
        with form.line_ids.new() as line:
            line.kind = "value"
            line.quantity = 1000
        with form.step_ids.new() as step:
            step.amount = 1000
            step.quantity = 150
        plan = form.save()
        self._assert_left(self._recharge(plan=plan), 1000.0, 150.0)
