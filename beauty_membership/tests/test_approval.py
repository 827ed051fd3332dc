# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from uuid import uuid4

from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from ..exceptions import AuthorityRefused, MembershipError
from .common_authority import AuthorityCommon


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
            # A random token may hold the same digits, but not as a word.
            self.env.cr.execute(
                rf"SELECT * FROM {table} WHERE {table}::text ~ '\y1234\y'"
            )
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

    def test_approval_from_afar_covers_the_money_that_was_seen(self):
        for seen, is_covered in ((30.0, False), (60.0, True)):
            ticket = self._discounted(50)
            asked = self._ask(ticket, amount=seen)
            self.Approval.browse(asked["approval_id"]).action_approve()
            ticket["membership_approval"] = {"approval_id": asked["approval_id"]}
            if is_covered:
                self.assertEqual(self._sync(ticket).state, "paid")
            else:
                self._assert_refused(AuthorityRefused, ticket)

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
