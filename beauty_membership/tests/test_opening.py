# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from ..exceptions import MembershipError
from ..models import beauty_opening_post
from .common_operation import OperationCommon

COLUMNS = [
    "reference", "member_name", "member_number", "phone", "plan_id", "date_start",
    "date_end", "price_total", "amount_paid", "quantity", "used", "value_left",
    "bonus", "bonus_left", "points", "list_price", "tier_id",
]  # fmt: skip


@tagged("post_install", "-at_install")
class TestOpening(OperationCommon):
    """Cards of another system become contracts, booked in one journal entry."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.opening = cls.env["beauty.opening"].with_user(cls.manager).create({})
        cls.ten = cls._create_plan("Ten facials")
        cls.recharge = cls._create_plan(
            "Recharge",
            price=1000,
            line_ids=[Command.create({"kind": "value", "quantity": 1000})],
        )

    def _import(self, *rows):
        """Import rows as Odoo's import does; return what it answers."""
        Line = self.env["beauty.opening.line"].with_user(self.manager)
        data = [[str(row.get(name, "")) for name in COLUMNS] for row in rows]
        return Line.with_context(default_opening_id=self.opening.id).load(COLUMNS, data)

    def _row(self, reference="A1", **values):
        return {
            "reference": reference,
            "member_name": "Zhao Min",
            "phone": "139 0000 1111",
            "plan_id": "Ten facials",
            "date_start": "2025-03-01",
            "amount_paid": 960,
            **values,
        }

    def _post(self, *rows):
        result = self._import(*rows)
        self.assertFalse(result["messages"])
        self.opening.action_post()
        return self.env["beauty.contract"].search(
            [("opening_id", "=", self.opening.id)], order="id"
        )

    def _assert_problem(self, words, **values):
        result = self._import(self._row(**values))
        self.assertFalse(result["ids"])
        self.assertIn(words, result["messages"][0]["message"])

    def test_package_partly_used(self):
        contract = self._post(self._row(used=3, list_price=150))
        self.assertEqual(contract.partner_id.name, "Zhao Min")
        self.assertTrue(contract.partner_id.member_number)
        self.assertRecordValues(
            contract.entitlement_ids,
            [
                {
                    "quantity": 10,
                    "remaining": 7,
                    "amount_remaining": 672.0,
                    "list_price": 150.0,
                }
            ],
        )
        move = self.opening.move_id
        self.assertEqual(move.state, "posted")
        items = move.sudo().line_ids.sorted("balance")
        self.assertEqual(items.mapped("balance"), [-672.0, 672.0])
        self.assertEqual(items[0].account_id, self.liability)
        self.assertEqual(items[0].partner_id, contract.partner_id)
        self.assertFalse(contract.amount_in_transit)
        self._assert_ledger_holds()

    def test_what_was_taken_over_is_used_at_the_till(self):
        contract = self._post(self._row(used=9, member_number="OLD-77"))
        member = contract.partner_id
        self.assertEqual((member.member_number, member.barcode), ("OLD-77", "OLD-77"))
        self._use(contract.entitlement_ids, partner=member)
        self.assertFalse(contract.amount_remaining)
        self._close()
        self._assert_ledger_holds()

    def test_stored_value_with_its_gift(self):
        row = self._row(
            plan_id="Recharge",
            amount_paid=1000,
            value_left=360,
            bonus=200,
            bonus_left=72,
        )
        contract = self._post(row)
        self.assertEqual(contract.principal_remaining, 360.0)
        self.assertEqual(contract.bonus_remaining, 72.0)
        self.assertEqual(contract.amount_remaining, 360.0)
        self._assert_ledger_holds()

    def test_arrears(self):
        contract = self._post(self._row(price_total=960, amount_paid=300, used=1))
        self.assertEqual(contract.amount_due, 660.0)
        holding = contract.entitlement_ids
        self.assertEqual((holding.remaining, holding.amount_remaining), (2, 204.0))
        self.assertEqual(contract.units_pending, 7)
        self._assert_ledger_holds()

    def test_taxed_at_the_sale_is_a_liability_without_its_tax(self):
        self.ten.tax_point = "sale"
        contract = self._post(self._row(used=5))
        self.assertEqual(contract.amount_remaining, 400.0)
        self._assert_ledger_holds()

    def test_points_and_tier(self):
        tier = self.env["beauty.tier"].create(
            {"name": "Old gold", "company_id": self.company.id}
        )
        row = self._row(plan_id="", amount_paid=0, points=500, tier_id="Old gold")
        self._post(row)
        member = self.opening.line_ids.partner_id.with_company(self.company)
        self.assertEqual(member.tier_id, tier)
        card = member.get_member_card(member.id, self.config.id)
        self.assertEqual(card["points_info"]["balance"], 500)

    def test_number_that_another_contact_scans_is_refused(self):
        self.other_member.barcode = "OLD-77"
        self._import(self._row(member_number="OLD-77"))
        with self.assertRaises(ValidationError):
            self.opening.action_post()

    def test_cards_of_one_member_are_one_member(self):
        contracts = self._post(
            self._row("A1"), self._row("A2", member_name="Zhao", phone="13900001111")
        )
        self.assertEqual(len(contracts), 2)
        self.assertEqual(len(contracts.partner_id), 1)

    def test_known_member_is_found_by_number_and_phone(self):
        contracts = self._post(
            self._row("A1", member_number="T88000001", phone=""),
            self._row("A2", phone="+86 13800001234"),
        )
        self.assertEqual(contracts.partner_id, self.member)

    def test_imported_again_nothing_doubles(self):
        self._import(self._row(used=3), self._row("A2"))
        self._import(self._row(used=4), self._row("A2"))
        self.assertEqual(self.opening.line_ids.mapped("used"), [4, 0])
        self.opening.action_post()
        count = self.env["beauty.entry"].search_count([])
        self.opening.action_post()
        self.assertEqual(self.env["beauty.entry"].search_count([]), count)
        result = self._import(self._row(used=5))
        self.assertIn("posted already", result["messages"][0]["message"])

    def test_rows_are_refused_in_words(self):
        for words, values in (
            ("more than were bought", {"used": 11}),
            ("more was paid", {"price_total": 900}),
            ("sold after the day", {"date_start": "2999-01-01"}),
            ("ends before", {"date_end": "2024-01-01"}),
            ("say whose it is", {"member_name": "", "phone": ""}),
            ("name a plan", {"plan_id": ""}),
            ("below zero", {"used": -1}),
            ("whole number", {"used": 1.5}),
            ("holds no stored value", {"value_left": 5}),
            ("more is left", {"plan_id": "Recharge", "value_left": 961}),
            ("No matching record", {"plan_id": "No such plan"}),
        ):
            with self.subTest(words=words):
                self._assert_problem(words, **values)

    def test_one_bad_row_names_itself(self):
        result = self._import(
            self._row("A1"), self._row("A2", used=11), self._row("A3")
        )
        self.assertEqual([m["rows"]["from"] for m in result["messages"]], [1])
        self.assertFalse(result["ids"])

    def test_many_rows_are_posted_by_the_scheduler(self):
        self.patch(beauty_opening_post, "BATCH", 2)
        self._import(*(self._row(f"A{n}", phone=f"1390000{n:04}") for n in range(5)))
        self.opening.action_post()
        self.assertEqual(self.opening.state, "posting")
        self.opening.sudo()._post_batch()
        self.assertEqual(self.opening.done_count, 2)
        self._assert_ledger_holds()
        with self.enter_registry_test_mode():
            self.env.ref(
                "beauty_membership.ir_cron_post_openings"
            ).method_direct_trigger()
        self.assertEqual(self.opening.state, "done")
        self.assertEqual(self.opening.move_id.sudo().amount_total, 5 * 960)
        self._assert_ledger_holds()

    def test_cashier_brings_no_opening_balance(self):
        with self.assertRaises(AccessError):
            self.env["beauty.opening"].with_user(self.cashier).create({})
        with self.assertRaises(AccessError):
            self.opening.with_user(self.cashier).action_post()

    def test_posted_it_is_final(self):
        self._post(self._row())
        for values in ({"date": "2026-01-01"}, {"state": "draft"}):
            with self.assertRaises(MembershipError):
                self.opening.write(values)
        with self.assertRaises(MembershipError):
            self.opening.line_ids.unlink()
        with self.assertRaises(MembershipError):
            self.opening.unlink()

    def test_template_has_the_columns_and_can_be_imported(self):
        titles, *rows = self.env["beauty.opening.line"]._get_template_rows()
        self.assertEqual(titles[0], "Card Number")
        self.assertEqual(len({len(row) for row in [titles, *rows]}), 1)
        self.assertGreaterEqual(len(rows), 3)
