# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import psycopg2

from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged
from odoo.tools import mute_logger

from ..exceptions import MembershipError
from .common import BeautyMembershipCommon


@tagged("post_install", "-at_install")
class TestLedger(BeautyMembershipCommon):
    """The ledger's law, kept by PostgreSQL itself."""

    def setUp(self):
        super().setUp()
        self.contract = self._sell_plan()
        self.holding = self.contract.entitlement_ids
        self.entry = self.holding.entry_ids

    def _assert_sql_refused(self, error, statement, *params):
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(error),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute(statement, params)

    def test_entry_cannot_be_changed(self):
        for column, value in (("amount", 1), ("quantity", 1), ("reason", "x")):
            self._assert_sql_refused(
                psycopg2.errors.RestrictViolation,
                f"UPDATE beauty_entry SET {column} = %s WHERE id = %s",
                value,
                self.entry.id,
            )

    def test_entry_cannot_be_deleted(self):
        self._assert_sql_refused(
            psycopg2.errors.RestrictViolation,
            "DELETE FROM beauty_entry WHERE id = %s",
            self.entry.id,
        )
        self._assert_sql_refused(
            psycopg2.errors.RestrictViolation, "TRUNCATE beauty_entry CASCADE"
        )

    def test_balance_cannot_be_written(self):
        self._assert_sql_refused(
            psycopg2.errors.RestrictViolation,
            "UPDATE beauty_entitlement SET remaining = 99 WHERE id = %s",
            self.holding.id,
        )

    def _post(self, **values):
        return self.holding._post_entry(
            [
                {
                    "entitlement_id": self.holding.id,
                    "movement": "adjust",
                    "quantity": -1,
                    "amount": -96,
                    "idempotency_key": "test",
                    **values,
                }
            ]
        )

    def _assert_post_refused(self, error, **values):
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(error),
            self.env.cr.savepoint(),
        ):
            self._post(**values)

    def test_overdraft_is_refused(self):
        self._assert_post_refused(psycopg2.errors.CheckViolation, quantity=-11)
        self._assert_post_refused(psycopg2.errors.CheckViolation, amount=-961)

    def test_empty_holding_keeps_no_value(self):
        self._assert_post_refused(
            psycopg2.errors.CheckViolation, quantity=-10, amount=-1
        )

    def test_units_are_whole(self):
        self._assert_post_refused(psycopg2.errors.CheckViolation, quantity=-0.5)

    def test_retry_key_is_unique(self):
        self._post()
        self._assert_post_refused(psycopg2.errors.UniqueViolation)

    def test_no_role_writes_the_ledger(self):
        for login, groups in (
            ("l_cashier", "beauty_membership.group_user"),
            ("l_tech", "beauty_membership.group_technician"),
            ("l_manager", "beauty_membership.group_manager"),
            ("l_accountant", "account.group_account_manager"),
        ):
            user = new_test_user(
                self.env, login, groups=groups, company_id=self.company.id
            )
            for record in (self.entry, self.holding, self.contract):
                with self.assertRaises(AccessError):
                    record.with_user(user).write({"partner_id": self.other_member.id})
                with self.assertRaises(AccessError):
                    record.with_user(user).unlink()

    def test_entry_is_not_created_by_hand(self):
        with self.assertRaises(MembershipError):
            self.env["beauty.entry"].create(
                {
                    "entitlement_id": self.holding.id,
                    "movement": "adjust",
                    "quantity": 1,
                    "amount": 0,
                    "idempotency_key": "by hand",
                    "date": "2026-01-01",
                }
            )

    def test_merge_keeps_holdings_and_number(self):
        wizard = self.env["base.partner.merge.automatic.wizard"].create({})
        old = self.member
        number = old.member_number
        wizard._merge([old.id, self.other_member.id], self.other_member)
        self.env.invalidate_all()
        self.assertEqual(self.holding.partner_id, self.other_member)
        self.assertEqual(self.entry.partner_id, self.other_member)
        found = self.env["res.partner"].find_members(number, self.config.id)
        self.assertEqual(
            [row["id"] for row in found["partners"]], self.other_member.ids
        )
