# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2.errors import ForeignKeyViolation

from odoo import Command
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..exceptions import GrantRefused, MembershipError
from .common_part_payment import PartPaymentCommon


@tagged("post_install", "-at_install")
class TestPartPaymentRefusals(PartPaymentCommon):
    """What is forged or against the policy; each refusal stores nothing."""

    def setUp(self):
        super().setUp()
        self.contract = self._sell_part(300, 660)

    def _refuse_line(self, line, partner=None):
        return self._assert_refused(GrantRefused, self._ticket([line], partner))

    def test_policy_must_allow_it(self):
        plan = self._create_plan("Whole", policy_id=self._create_policy().id)
        plan.policy_id.part_payment = "none"
        self._refuse_line(self._part_line(300, 660, plan))

    def test_stored_value_is_paid_in_full(self):
        plan = self._create_plan("Wallet", policy_id=self.policy.id)
        plan.line_ids = [
            Command.create({"kind": "value", "quantity": 960}),
        ]
        self.assertFalse(plan.can_part_pay)
        self._refuse_line(self._part_line(300, 660, plan))

    def test_least_part(self):
        self.assertIn("20 %", self._refuse_line(self._part_line(191.99, 768.01)))
        self._sell_part(192, 768)

    def test_negative_arrears(self):
        self._refuse_line(self._part_line(300, -1))

    def test_goods_leave_no_arrears(self):
        self._refuse_line(self._line(self.serum, plan_amount_due=10))
        self._refuse_line(self._line(self.serum, contract_id=self.contract.id))

    def test_overpaying(self):
        self._refuse_line(self._arrears_line(self.contract, 660.01))
        self._pay(self.contract, 660)
        self._refuse_line(self._arrears_line(self.contract, 1))

    def test_two_lines_overpay_together(self):
        lines = [self._arrears_line(self.contract, 400) for _i in range(2)]
        self._assert_refused(GrantRefused, self._ticket(lines))

    def test_nothing_and_less(self):
        self._refuse_line(self._arrears_line(self.contract, 0))
        line = self._arrears_line(self.contract, -5)
        ticket = self._ticket([line, self._line(self.serum)])
        self._assert_refused(GrantRefused, ticket)

    def test_arrears_of_another_member(self):
        self._refuse_line(self._arrears_line(self.contract, 10), self.other_member)

    def test_arrears_with_another_product(self):
        other = self._create_plan("Other")
        line = self._plan_line(other, price=10, contract_id=self.contract.id)
        self._refuse_line(line)

    def test_arrears_of_no_contract(self):
        line = self._plan_line(price=10, contract_id=999999999)
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(ForeignKeyViolation),
            self.env.cr.savepoint(),
        ):
            self._sync(self._ticket([line]))

    def test_arrears_not_paid_for(self):
        line = self._arrears_line(self.contract, 660)
        ticket = self._ticket([line], payments=[(self.cash, 1)])
        self._assert_refused(MembershipError, ticket)

    def test_settled_arrears_line_is_final(self):
        order = self._pay(self.contract, 100)
        for vals in ({"plan_amount_due": 1}, {"contract_id": False}):
            with self.assertRaises(MembershipError), self.env.cr.savepoint():
                order.lines.write(vals)
