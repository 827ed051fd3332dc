# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2 import IntegrityError

from odoo import Command
from odoo.exceptions import AccessError, ValidationError
from odoo.tests import Form, new_test_user, tagged
from odoo.tools import mute_logger

from ..exceptions import AuthorityRefused
from .common_authority import AuthorityCommon


@tagged("post_install", "-at_install")
class TestAuthority(AuthorityCommon):
    """What each role may give, and what needs a manager."""

    def test_without_rows_nothing_changes(self):
        (self.role | self.senior_role).unlink()
        order = self._sync(self._discounted(90))
        self.assertEqual(order.state, "paid")
        self.assertFalse(self._get_rows(order))

    def test_discount_within_the_limit_passes(self):
        order = self._sync(self._discounted(10))
        self.assertEqual(order.amount_total, 108)
        self.assertFalse(self._get_rows(order))

    def test_rounding_down_passes_beyond_the_discount(self):
        self.assertEqual(self._sync(self._discounted(17.5)).amount_total, 99)

    def test_more_than_discount_and_rounding_is_refused(self):
        message = self._assert_refused(AuthorityRefused, self._discounted(18))
        self.assertIn("98.40", message)
        self.assertIn("120.00", message)

    def test_price_below_the_list_is_refused(self):
        self._assert_refused(AuthorityRefused, self._manual(110))

    def test_price_above_the_list_passes(self):
        self.assertEqual(self._sync(self._manual(130)).amount_total, 130)

    def test_money_off_the_ticket_is_refused(self):
        """A line that only takes money off is a discount of the others."""
        off = self._line(self.serum, -30, price_type="manual")
        ticket = self._ticket([self._line(self.facial), off])
        self._assert_refused(AuthorityRefused, ticket)

    def test_goods_back_without_a_ticket_are_refused(self):
        back = self._line(self.serum, qty=-1)
        ticket = self._ticket([self._line(self.facial), back])
        self._assert_refused(AuthorityRefused, ticket)

    def test_refund_of_a_ticket_passes(self):
        order = self._sync(self._ticket([self._line(self.serum)]))
        lines = self._refund_lines(order.lines)
        self.assertEqual(self._sync(self._ticket(lines)).amount_total, -60)

    def test_use_of_a_package_is_no_discount(self):
        holding = self._sell_plan().entitlement_ids
        self.assertFalse(self._get_rows(self._use(holding)))

    def test_plan_on_discount_is_refused(self):
        line = self._plan_line(discount=20)
        self._assert_refused(AuthorityRefused, self._ticket([line]))

    def test_price_list_of_others_is_refused(self):
        staff = self._create_pricelist(50)
        line = self._line(self.facial, 60)
        ticket = self._ticket([line], pricelist_id=staff.id)
        self._assert_refused(AuthorityRefused, ticket)
        self.role.pricelist_ids = staff
        self.assertEqual(self._sync(ticket).amount_total, 60)

    def test_price_list_of_the_member_passes(self):
        pricelist = self._create_pricelist(50)
        self.member.with_company(
            self.company
        ).specific_property_product_pricelist = pricelist
        line = self._line(self.facial, 60)
        order = self._sync(self._ticket([line], pricelist_id=pricelist.id))
        self.assertEqual(order.amount_total, 60)

    def _create_pricelist(self, percent):
        return self.env["product.pricelist"].create(
            {
                "name": "Staff",
                "item_ids": [
                    Command.create(
                        {"compute_price": "percentage", "percent_price": percent}
                    )
                ],
            }
        )

    def test_tax_on_top_rounds_without_asking(self):
        self.vat.price_include_override = "tax_excluded"
        product = self._create_service("Odd", 33.33)
        self.assertEqual(self._sync(self._discounted(10, product)).state, "paid")

    def test_manager_has_no_limits_and_is_listed(self):
        order = self._sync(self._discounted(50), self.env.user)
        self.assertRecordValues(
            self._get_rows(order), [{"kind": "own", "state": "done", "amount": 60}]
        )

    def test_senior_has_her_own_limit_where_employees_log_in(self):
        self.config.module_pos_hr = True
        ticket = {**self._discounted(30), "employee_id": self.senior.id}
        order = self._sync(ticket)
        self.assertEqual(self._get_rows(order).employee_id, self.senior)
        ticket = {**self._discounted(31), "employee_id": self.senior.id}
        self._assert_refused(AuthorityRefused, ticket)

    def test_free_plan_needs_gift_sessions(self):
        ticket = self._ticket([self._plan_line(discount=100)])
        self._assert_refused(AuthorityRefused, ticket)
        self.role.gift_sessions = 15
        self.assertEqual(self._sync(ticket).gift_sessions, 10)
        ticket = self._ticket([self._plan_line(discount=100)])
        self._assert_refused(AuthorityRefused, ticket)

    def test_one_role_for_each_employee(self):
        with self.assertRaises(ValidationError):
            self.env["beauty.authority"].create(
                {"name": "Two", "employee_ids": [Command.set(self.senior.ids)]}
            )
        with self.assertRaises(ValidationError):
            self.env["beauty.authority"].create({"name": "Everybody"})

    @mute_logger("odoo.sql_db")
    def test_limits_are_sensible(self):
        for vals in ({"max_discount": 101}, {"gift_sessions": -1}):
            with self.assertRaises(IntegrityError), self.env.cr.savepoint():
                self.role.write(vals)
                self.env.flush_all()

    def test_manager_makes_a_role_in_the_form(self):
        manager = self._create_manager()
        form = Form(self.env["beauty.authority"].with_user(manager))
        form.name = "Trainee"
        form.max_discount = 0
        form.employee_ids.add(self.env["hr.employee.public"].browse(self.technician.id))
        self.assertEqual(form.save().company_id, self.company)

    def _create_manager(self):
        return new_test_user(
            self.env,
            "salon_manager",
            groups="beauty_membership.group_manager",
            company_id=self.company.id,
            company_ids=[Command.set(self.company.ids)],
        )

    def test_cashier_does_not_change_the_limits(self):
        with self.assertRaises(AccessError):
            self.role.with_user(self.cashier).max_discount = 100

    def test_till_learns_the_limits(self):
        self.config.module_pos_hr = True
        rows = self.env["beauty.authority"].with_user(self.cashier)
        sent = rows._prepare_till_rows(self.config.with_user(self.cashier))
        self.assertEqual(sent["rows"][self.role.id]["discount"], 1000)
        self.assertEqual(sent["default"], self.role.id)
        self.assertEqual(sent["user"], self.role.id)
        self.assertEqual(sent["employees"][self.senior.id], self.senior_role.id)
        self.assertEqual(sent["employees"][self.manager_employee.id], 0)
