# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.tests import tagged

from ..exceptions import MembershipError
from .common_back_office import BackOfficeCommon


@tagged("post_install", "-at_install")
class TestAuditLog(BackOfficeCommon):
    """Who changed policies, prices, rights and approvals is written down."""

    def setUp(self):
        super().setUp()
        self.last_id = self.env["beauty.audit.log"].search([], limit=1).id or 0

    def _get_rows(self, model):
        self.env.flush_all()
        return self.env["beauty.audit.log"].search(
            [("id", ">", self.last_id), ("model", "=", model)], order="id"
        )

    def test_policy_is_logged_with_before_and_after(self):
        policy = self._as("manager", self.env["beauty.policy"]).create({"name": "Own"})
        policy.grace_days = 7
        created, changed = self._get_rows("beauty.policy")
        self.assertEqual(created.change, "create")
        self.assertRecordValues(
            changed,
            [
                {
                    "user_id": self.users["manager"].id,
                    "kind": "policy",
                    "change": "write",
                    "name": "Own",
                    "field": "grace_days",
                    "old_value": "0",
                    "new_value": "7",
                }
            ],
        )
        policy.unlink()
        self.assertEqual(self._get_rows("beauty.policy")[-1].change, "unlink")

    def test_writing_what_is_there_already_is_no_news(self):
        self._as("manager", self.plan).write({"name": self.plan.name})
        self.assertFalse(self._get_rows("beauty.plan"))

    def test_price_of_a_plan_is_logged_by_who_changed_it(self):
        self._as("manager", self.plan).price = 900
        row = self._get_rows("product.template")
        self.assertEqual(row.user_id, self.users["manager"])
        self.assertEqual(
            (row.field, row.old_value, row.new_value), ("list_price", "960.0", "900.0")
        )

    def test_rights_are_logged_from_the_user_and_from_the_group(self):
        group = self.env.ref("beauty_membership.group_manager")
        cashier = self.cashier
        cashier.group_ids = [Command.link(group.id)]
        row = self._get_rows("res.users")
        self.assertEqual((row.kind, row.res_id), ("rights", cashier.id))
        self.assertIn("Manager", row.new_value)
        self.assertFalse(row.old_value)
        group.user_ids = [Command.unlink(cashier.id)]
        row = self._get_rows("res.groups")
        self.assertEqual(row.old_value, cashier.display_name)
        self.assertFalse(row.new_value)

    def test_a_new_user_and_who_may_approve_are_logged(self):
        user = self._create_user("new", "beauty_membership.group_user")
        self.assertEqual(self._get_rows("res.users").mapped("name"), [user.name])
        self.config.advanced_employee_ids |= self.technician
        row = self._get_rows("pos.config")
        self.assertEqual(row.new_value, self.technician.name)

    def test_answered_approval_is_logged(self):
        approval = (
            self.env["beauty.approval"]
            .sudo()
            .create(
                {
                    "kind": "remote",
                    "config_id": self.config.id,
                    "description": "20 % off",
                    "company_id": self.company.id,
                }
            )
        )
        self._as("manager", approval).action_approve()
        row = self._get_rows("beauty.approval")
        self.assertRecordValues(
            row,
            [
                {
                    "user_id": self.users["manager"].id,
                    "kind": "approval",
                    "field": "state",
                    "old_value": "Asked",
                    "new_value": "Approved",
                    "company_id": self.company.id,
                }
            ],
        )
        self.assertEqual(row.action_open_record()["res_id"], approval.id)

    def test_nobody_writes_or_deletes_the_log(self):
        self._as("manager", self.env["beauty.policy"]).create({"name": "Own"})
        rows = self._get_rows("beauty.policy")
        with self.assertRaises(MembershipError):
            rows.sudo().write({"name": "Never"})
        with self.assertRaises(MembershipError):
            rows.sudo().unlink()
        with self.assertRaises(MembershipError):
            self.env["beauty.audit.log"].create(rows.copy_data())

    def test_labels_are_words(self):
        self._as("manager", self.env["beauty.policy"]).create({"name": "Own"})
        row = self._get_rows("beauty.policy")
        self.assertEqual(row.model_name, "Membership Policy")
