# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command

from .common import BeautyMembershipCommon


class AuthorityCommon(BeautyMembershipCommon):
    """Receptionists give ten percent and round down by 9; seniors give 30."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        Employee = cls.env["hr.employee"]
        cls.reception = Employee.create({"name": "May", "user_id": cls.cashier.id})
        cls.senior = Employee.create({"name": "Sue"})
        cls.role, cls.senior_role = cls.env["beauty.authority"].create(
            [
                {"name": "Reception", "max_discount": 10, "rounding_amount": 9},
                {
                    "name": "Senior",
                    "max_discount": 30,
                    "can_change_price": True,
                    "employee_ids": [Command.set(cls.senior.ids)],
                },
            ]
        )
        cls.Approval = cls.env["beauty.approval"]

    def setUp(self):
        super().setUp()
        self.addCleanup(self._forget_tries)

    def _forget_tries(self):
        """Tries are counted in a transaction of their own, which no test undoes."""
        self.env["beauty.pin.guard"]._forgive(f"register:{self.config.id}")

    def _discounted(self, discount, product=None, **values):
        line = self._line(product or self.facial, discount=discount, **values)
        return self._ticket([line])

    def _manual(self, price):
        return self._ticket([self._line(self.facial, price, price_type="manual")])

    def _approve(self, ticket, pin="1234", reason="Complaint", **values):
        values = {"order_uuid": ticket["uuid"], "excess": {"discount": 10**6}, **values}
        return self.Approval.with_user(self.cashier).approve_by_pin(
            values, pin, reason, self.config.id
        )

    def _get_rows(self, order):
        return self.Approval.search([("order_id", "=", order.id)])
