# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from uuid import uuid4

from psycopg2 import IntegrityError

from odoo import Command
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, new_test_user, tagged
from odoo.tools import mute_logger

from ..exceptions import AuthorityRefused, MembershipError
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


@tagged("post_install", "-at_install")
class TestApproval(AuthorityCommon):
    """Who may approve what, and what forged approvals meet."""

    def test_pin_at_the_till_approves(self):
        ticket = self._discounted(50)
        answer = self._approve(ticket)
        self.assertTrue(answer["ok"], answer)
        ticket["membership_approval"] = {"approval_id": answer["approval_id"]}
        order = self._sync(ticket)
        self.assertRecordValues(
            self._get_rows(order),
            [
                {
                    "kind": "pin",
                    "state": "approved",
                    "approver_id": self.manager_employee.id,
                    "employee_id": self.reception.id,
                    "reason": "Complaint",
                    "partner_id": self.member.id,
                }
            ],
        )

    def test_pin_with_the_ticket_approves_and_is_not_kept(self):
        approval = {"pin": "1234", "reason": "Birthday"}
        ticket = {**self._discounted(50), "membership_approval": approval}
        order = self._sync(ticket)
        self.assertEqual(self._get_rows(order).approver_id, self.manager_employee)
        self.assertFalse(order.membership_approval)
        self.env.flush_all()
        for table in ("pos_order", "beauty_approval"):
            self.env.cr.execute(f"SELECT * FROM {table} WHERE {table}::text ~ '1234'")
            self.assertFalse(self.env.cr.fetchall())

    def test_pin_of_somebody_else_than_named_is_refused(self):
        approval = {"pin": "1234", "reason": "x", "employee_id": self.senior.id}
        ticket = {**self._discounted(50), "membership_approval": approval}
        self._assert_refused(AuthorityRefused, ticket)

    def test_approval_needs_a_reason(self):
        with self.assertRaises(MembershipError):
            self._approve(self._discounted(50), reason=" ")
        ticket = {**self._discounted(50), "membership_approval": {"pin": "1234"}}
        self._assert_refused(AuthorityRefused, ticket)

    def test_wrong_pins_block_though_their_tickets_are_rolled_back(self):
        approval = {"pin": "0000", "reason": "x"}
        for _i in range(5):
            ticket = {**self._discounted(50), "membership_approval": approval}
            self._assert_refused(AuthorityRefused, ticket)
        answer = self._approve(self._discounted(50))
        self.assertIn("Too many", answer["message"])
        ticket["membership_approval"] = {"pin": "1234", "reason": "x"}
        self.assertIn("Too many", self._assert_refused(AuthorityRefused, ticket))

    def test_approval_of_another_ticket_is_refused(self):
        answer = self._approve(self._discounted(50))
        ticket = self._discounted(50)
        ticket["membership_approval"] = {"approval_id": answer["approval_id"]}
        self._assert_refused(AuthorityRefused, ticket)

    def test_used_approval_is_refused(self):
        ticket = self._discounted(50)
        answer = self._approve(ticket)
        ticket["membership_approval"] = {"approval_id": answer["approval_id"]}
        self._sync(ticket)
        again = {**self._discounted(50)}
        again["membership_approval"] = ticket["membership_approval"]
        self._assert_refused(AuthorityRefused, again)

    def test_list_says_what_was_given_not_what_the_till_said(self):
        ticket = self._discounted(50)
        answer = self._approve(ticket, description="A cent off", amount=0.01)
        ticket["membership_approval"] = {"approval_id": answer["approval_id"]}
        row = self._get_rows(self._sync(ticket))
        self.assertEqual(row.amount, 60)
        self.assertIn("60.00", row.description)

    def test_approval_covers_what_the_manager_saw(self):
        ticket = self._discounted(50)
        answer = self._approve(ticket, excess={"discount": 1000})
        ticket["membership_approval"] = {"approval_id": answer["approval_id"]}
        self._assert_refused(AuthorityRefused, ticket)

    def test_approval_of_another_register_or_company_is_refused(self):
        ticket = self._discounted(50)
        approval = self.Approval.browse(self._approve(ticket)["approval_id"])
        ticket["membership_approval"] = {"approval_id": approval.id}
        approval.sudo().company_id = self.env["res.company"].create({"name": "B"})
        self._assert_refused(AuthorityRefused, ticket)
        approval.sudo().company_id = self.company
        approval.sudo().config_id = self._create_config("Other")
        self._assert_refused(AuthorityRefused, ticket)

    def test_garbage_is_refused(self):
        ids = ({"approval_id": "1"}, {"approval_id": 10**12})
        for sent in ("x", 7, *ids, {"pin": {}}):
            ticket = {**self._discounted(50), "membership_approval": sent}
            self._assert_refused(AuthorityRefused, ticket)

    def test_cashier_makes_no_approval_herself(self):
        Approval = self.Approval.with_user(self.cashier)
        vals = {
            "kind": "pin",
            "state": "approved",
            "company_id": self.company.id,
            "config_id": self.config.id,
            "description": "x",
        }
        with self.assertRaises(AccessError):
            Approval.create(vals)
        asked = self._ask(self._discounted(50))
        with self.assertRaises(AccessError):
            Approval.browse(asked["approval_id"]).action_approve()
        with self.assertRaises(AccessError):
            Approval.browse(asked["approval_id"]).state = "approved"

    def _ask(self, ticket, **values):
        values = {"order_uuid": ticket["uuid"], "excess": {"discount": 10**6}, **values}
        return self.Approval.with_user(self.cashier).request(
            {"description": "Half price", "amount": 60.0, **values},
            "She waited an hour",
            self.config.id,
        )

    def test_manager_approves_from_afar(self):
        ticket = self._discounted(50)
        asked = self._ask(ticket)
        self.assertEqual(asked["state"], "asked")
        approval = self.Approval.browse(asked["approval_id"])
        ticket["membership_approval"] = {"approval_id": approval.id}
        self._assert_refused(AuthorityRefused, ticket)
        approval.action_approve()
        answer = self.Approval.with_user(self.cashier).get_answer(
            approval.id, self.config.id
        )
        self.assertEqual(answer["state"], "approved")
        order = self._sync(ticket)
        self.assertRecordValues(
            approval,
            [{"order_id": order.id, "kind": "remote", "answer_user_id": self.env.uid}],
        )
        with self.assertRaises(MembershipError):
            approval.action_refuse()

    def test_refused_from_afar(self):
        ticket = self._discounted(50)
        approval = self.Approval.browse(self._ask(ticket)["approval_id"])
        approval.action_refuse()
        ticket["membership_approval"] = {"approval_id": approval.id}
        self._assert_refused(AuthorityRefused, ticket)

    def test_managers_are_told(self):
        self.env.user.notification_type = "inbox"
        asked = self._ask(self._discounted(50))
        self.assertIn(self.env.user.name, asked["asked"])
        message = self.env["mail.message"].search(
            [("model", "=", "beauty.approval"), ("res_id", "=", asked["approval_id"])]
        )
        self.assertIn("She waited an hour", message.body)
        self.assertIn(self.env.user.partner_id, message.notified_partner_ids)

    def test_asking_again_takes_the_first_request_back(self):
        ticket = self._discounted(50)
        first = self.Approval.browse(self._ask(ticket)["approval_id"])
        self._ask(ticket)
        self.assertEqual(first.state, "refused")

    def test_strangers_ask_nothing(self):
        stranger = new_test_user(self.env, "stranger", groups="base.group_user")
        Approval = self.Approval.with_user(stranger)
        ticket = {"order_uuid": str(uuid4())}
        with self.assertRaises(UserError):
            Approval.request(ticket, "x", self.config.id)
        with self.assertRaises(UserError):
            Approval.get_answer(1, self.config.id)

    def test_ticket_sold_without_connection_is_stored_and_flagged(self):
        ticket = self._discounted(50)
        ticket["membership_approval"] = {"offline": True, "reason": "Line is down"}
        order = self._sync(ticket)
        row = self._get_rows(order)
        self.assertRecordValues(
            row,
            [
                {
                    "kind": "offline",
                    "state": "flagged",
                    "employee_id": self.reception.id,
                    "amount": 60,
                    "reason": "Line is down",
                }
            ],
        )
        with self.assertRaises(AccessError):
            row.with_user(self.cashier).action_review()
        row.action_review()
        self.assertEqual(row.state, "done")

    def test_replayed_ticket_keeps_one_row(self):
        ticket = self._discounted(50)
        ticket["membership_approval"] = {"offline": True}
        order = self._sync({**ticket})
        self._sync({**ticket})
        self.assertEqual(len(self._get_rows(order)), 1)

    def test_yesterdays_requests_end(self):
        approval = self.Approval.browse(self._ask(self._discounted(50))["approval_id"])
        self.Approval._cron_close_unanswered(hours=-1)
        self.assertEqual(approval.state, "refused")

    def test_books_close_over_approved_discounts(self):
        ticket = self._ticket([self._plan_line(discount=50)])
        ticket["membership_approval"] = {"pin": "1234", "reason": "Opening"}
        contract = self._get_contracts(self._sync(ticket))
        self.assertEqual(contract.amount_paid, 480)
        self._use(contract.entitlement_ids)
        self._close()
        self._assert_ledger_holds()
