# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from psycopg2 import IntegrityError

from odoo import Command, fields
from odoo.exceptions import AccessError
from odoo.tests import Form, new_test_user, tagged
from odoo.tools import mute_logger

from ..exceptions import MembershipError, RedemptionRefused
from .common_audit import AuditCommon


@tagged("post_install", "-at_install")
class TestVisit(AuditCommon):
    """A home visit uses what the member holds without any till."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.manager = new_test_user(
            cls.env,
            "beauty_visit_manager",
            groups="beauty_membership.group_manager",
            company_id=cls.company.id,
            company_ids=[Command.set(cls.company.ids)],
        )
        cls.plan_s = cls._create_plan("S", 960, tax_point="sale")

    def _new_visit(self, contract, **values):
        """Return a quote as the manager types it."""
        return (
            self.env["beauty.operation"]
            .with_user(self.manager)
            .create(
                {
                    "kind": "visit",
                    "contract_id": contract.id,
                    "technician_id": self.technician.id,
                    **values,
                }
            )
        )

    def _visit(self, contract, **values):
        visit = self._new_visit(contract, **values)
        visit.action_confirm()
        self.assertEqual(visit.state, "done")
        return visit

    def _items(self, move):
        items = {}
        for line in move.sudo().line_ids:
            key = "vat" if line.tax_line_id else "revenue"
            if line.account_id == self.liability:
                key = "liability"
            items[key] = round(items.get(key, 0.0) + line.balance, 2)
        return items

    def _assert_all_holds(self):
        self._close()
        self._assert_books()

    def test_tax_when_used(self):
        contract = self._sell_plan()
        visit = self._visit(contract)
        self.assertEqual(
            self._items(visit.move_id),
            {"liability": 96.0, "revenue": -80.0, "vat": -16.0},
        )
        self.assertEqual(contract.units_left, 9)
        self.assertTrue(visit.entry_ids.account_move_line_id)
        log = visit.service_log_ids
        self.assertRecordValues(
            log,
            [
                {
                    "partner_id": self.member.id,
                    "product_id": self.facial.id,
                    "technician_id": self.technician.id,
                    "amount": 80.0,
                    "units": 1,
                    "entitlement_id": contract.entitlement_ids.id,
                }
            ],
        )
        self.assertEqual(log.performance_ids.amount, 80.0)
        self.assertEqual(log.performance_ids.product_id, self.facial)
        self._assert_all_holds()

    def test_tax_when_sold(self):
        contract = self._sell_plan(self.plan_s)
        visit = self._visit(contract, visit_quantity=2)
        self.assertEqual(
            self._items(visit.move_id), {"liability": 160.0, "revenue": -160.0}
        )
        self.assertEqual(contract.units_left, 8)
        self._assert_all_holds()

    def test_taxes_on_top_and_the_last_cent(self):
        self.vat.price_include_override = "tax_excluded"
        for plan in (self._create_plan("R", 833.33), self.plan_s):
            contract = self._sell_plan(plan)
            self._visit(contract, visit_quantity=9)
            self._visit(contract)
            self.assertEqual((contract.units_left, contract.amount_remaining), (0, 0.0))
        self._assert_all_holds()

    def test_undo_through_the_log(self):
        self._next_session()
        for plan in (self.plan, self.plan_s):
            contract = self._sell_plan(plan)
            visit = self._visit(contract)
            log = visit.service_log_ids.with_user(self.cashier)
            refused = log.action_undo(self.config.id, "")
            self.assertEqual(refused["needs"], "reason")
            result = log.action_undo(self.config.id, "Not at home")
            self.assertTrue(result["ok"])
            self.assertEqual(result["remaining"], 10)
            self.assertEqual(result["card"]["partner_id"], self.member.id)
            self.assertEqual((visit.state, log.is_undone), ("reversed", True))
            self.assertEqual(log.undo_reason, "Not at home")
            self.assertEqual(sum(log.performance_ids.mapped("amount")), 0.0)
            again = log.action_undo(self.config.id, "Once more")
            self.assertFalse(again["ok"])
        self._assert_all_holds()

    def test_undo_needs_no_register(self):
        contract = self._sell_plan()
        visit = self._visit(contract)
        self._close()
        log = visit.service_log_ids.with_user(self.manager)
        self.assertTrue(log.action_undo(reason="Wrong member")["ok"])
        self.assertEqual(contract.units_left, 10)
        self._assert_books()

    def test_double_click_changes_nothing(self):
        contract = self._sell_plan()
        visit = self._visit(contract)
        visit.action_confirm()
        self.assertEqual((contract.units_left, len(visit.entry_ids)), (9, 1))

    def test_closed_period_is_booked_in_the_open_one(self):
        contract = self._sell_plan()
        self._close()
        day = fields.Date.today()
        visit = self._new_visit(contract)
        self.company.sudo().fiscalyear_lock_date = day
        visit.action_confirm()
        self.assertGreater(visit.move_id.date, day)
        self.assertEqual(visit.entry_ids.date, day)
        self.assertIn(fields.Date.to_string(day), visit.move_id.ref)
        self._assert_books()

    def test_more_than_is_left_is_refused(self):
        contract = self._sell_plan()
        visit = self._new_visit(contract, visit_quantity=11)
        self._assert_visit_refused(visit)

    def test_second_of_two_at_once_is_refused(self):
        """What both saw before is not there any more for the second."""
        contract = self._sell_plan()
        quotes = [self._new_visit(contract, visit_quantity=6) for _each in range(2)]
        quotes[0].action_confirm()
        self._assert_visit_refused(quotes[1])
        vals = {
            "entitlement_id": contract.entitlement_ids.id,
            "movement": "redeem",
            "quantity": -6,
            "amount": -576.0,
            "idempotency_key": "late",
        }
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(IntegrityError),
            self.env.cr.savepoint(),
        ):
            self.env["beauty.entitlement"]._post_entry([vals])

    def _assert_visit_refused(self, visit, words=""):
        before = self._count_rows()
        with (
            self.assertRaisesRegex(MembershipError, words),
            self.env.cr.savepoint(),
        ):
            visit.action_confirm()
        self.env.invalidate_all()
        self.assertEqual(self._count_rows(), before)
        self.assertEqual(visit.state, "draft")

    def test_wrong_service_time_and_contract_are_refused(self):
        contract = self._sell_plan()
        other = self._sell_plan().entitlement_ids
        later = fields.Datetime.now() + timedelta(hours=2)
        earlier = fields.Datetime.now() - timedelta(days=2)
        for values in (
            {"visit_product_id": self.massage.id},
            {"visit_product_id": self.serum.id},
            {"visited_on": later},
            {"visited_on": earlier},
            {"visit_quantity": 0},
            {"visit_entitlement_id": other.id},
        ):
            self._assert_visit_refused(self._new_visit(contract, **values))

    def test_friend_uses_what_is_shared_with_her_by_name(self):
        contract = self._sell_plan()
        values = {"beneficiary_id": self.other_member.id}
        self._assert_visit_refused(self._new_visit(contract, **values), "share")
        self.env["beauty.contract.share"].with_user(self.manager).create(
            {"contract_id": contract.id, "partner_id": self.other_member.id}
        )
        visit = self._visit(contract, **values)
        log = visit.service_log_ids
        self.assertEqual(
            (log.partner_id, log.payer_id), (self.other_member, self.member)
        )
        self.assertEqual(contract._get_units_used_by(self.other_member), 1)
        visit.action_reverse()
        self.assertEqual(contract._get_units_used_by(self.other_member), 0)
        self._assert_all_holds()

    def test_stored_value_pays_in_proportion(self):
        contract = self._sell_plan(self._create_value_plan())
        visit = self._visit(contract, visit_product_id=self.facial.id)
        self.assertEqual(
            self._items(visit.move_id),
            {"liability": 100.0, "revenue": -83.33, "vat": -16.67},
        )
        self.assertEqual(contract.principal_remaining, 900.0)
        self.assertEqual(contract.bonus_remaining, 180.0)
        visit.service_log_ids.with_user(self.manager).action_undo(reason="Wrong")
        contract.invalidate_recordset()
        self.assertEqual(contract.principal_remaining, 1000.0)
        self.assertEqual(contract.bonus_remaining, 200.0)
        self._assert_all_holds()

    def test_stored_value_is_not_overdrawn(self):
        contract = self._sell_plan(self._create_value_plan())
        values = {"visit_product_id": self.facial.id, "visit_quantity": 11}
        self._assert_visit_refused(self._new_visit(contract, **values), "does not pay")
        self._visit(contract, visit_product_id=self.facial.id, visit_quantity=10)
        self.assertEqual(contract.amount_remaining, 0.0)
        self._assert_all_holds()

    def _create_value_plan(self):
        return self.env["beauty.plan"].create(
            {
                "name": "Recharge",
                "price": 1000,
                "company_id": self.company.id,
                "line_ids": [
                    Command.create({"kind": "value", "quantity": 1000}),
                    Command.create(
                        {"kind": "value", "quantity": 200, "is_bonus": True}
                    ),
                ],
            }
        )

    def test_pass_counts_the_visit(self):
        plan = self._create_plan("Month", 300)
        plan.line_ids.write({"kind": "pass", "quantity": 30, "visits_per_day": 1})
        contract = self._sell_plan(plan)
        visit = self._visit(contract)
        self.assertFalse(visit.move_id)
        self._assert_visit_refused(self._new_visit(contract), "visits a day")
        visit.action_reverse()
        self._visit(contract)
        self._assert_all_holds()

    def test_member_is_told(self):
        self.member.email = "li@example.com"
        contract = self._sell_plan()
        self._visit(contract)
        message = self.env["beauty.message"].search(
            [("partner_id", "=", self.member.id)], limit=1
        )
        self.assertIn(self.technician.name, message.text)
        self.assertIn("9", message.text)

    def test_form_proposes_what_the_contract_has(self):
        contract = self._sell_plan()
        operation = self.env["beauty.operation"].with_user(self.manager)
        with Form(
            operation.with_context(
                default_kind="visit", default_contract_id=contract.id
            )
        ) as form:
            form.visit_quantity = 2
            form.technician_id = self.technician
        visit = form.record
        self.assertEqual(visit.visit_entitlement_id, contract.entitlement_ids)
        self.assertEqual(visit.visit_product_id, self.facial)
        self.assertEqual(visit.amount, 192.0)

    def test_cashier_books_none(self):
        contract = self._sell_plan()
        with self.assertRaises(AccessError):
            self._new_visit(contract).with_user(self.cashier).action_confirm()

    def test_expired_is_refused(self):
        contract = self._sell_plan()
        yesterday = fields.Date.today() - timedelta(days=1)
        contract.sudo().entitlement_ids.date_expiry = yesterday
        visit = self._new_visit(contract)
        with self.assertRaises(RedemptionRefused), self.env.cr.savepoint():
            visit.action_confirm()
