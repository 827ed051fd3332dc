# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

import psycopg2

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged
from odoo.tools import SQL, mute_logger

from .common_sharing import SharingCommon


@tagged("post_install", "-at_install")
class TestSharingCard(SharingCommon):
    """What the cards of both show, and who is told."""

    def test_card_lists_what_is_shared(self):
        self._share(max_units=2)
        own = self._sell_plan(partner=self.other_member)
        rows = self._get_card(self.other_member)["sessions"]
        self.assertEqual(
            [row["contract_id"] for row in rows], (own | self.contract).ids
        )
        self.assertEqual([row["is_shared"] for row in rows], [False, True])
        self.assertEqual([row["is_proposed"] for row in rows], [True, False])
        self.assertEqual((rows[1]["owner_name"], rows[1]["shared_left"]), ("Li Na", 2))

    def test_card_says_when_the_cap_is_reached(self):
        self._share(max_units=1)
        self._use(self.holding, self.other_member)
        (row,) = self._get_card(self.other_member)["sessions"]
        self.assertEqual((row["shared_left"], row["can_use"]), (0, False))
        self.assertIn("1 of these", row["reason"])

    def test_card_of_others_shows_nothing(self):
        self._share()
        self.assertEqual(self._get_card(self.guest)["sessions"], [])
        (row,) = self._get_card(self.member)["sessions"]
        self.assertFalse(row["is_shared"])

    def test_card_in_few_queries(self):
        self._share()
        self._use(self.holding, self.other_member)
        self._get_card(self.other_member)
        self.env.invalidate_all()
        with self.assertQueryCount(12):
            self._get_card(self.other_member)

    def test_card_reads_no_holding_of_others(self):
        """PostgreSQL looks for hers; it does not ask each one whose it is."""
        company = self.env.company
        query = self.env["beauty.entitlement"]._query_holdings(self.member, company)
        ((plan,),) = self.env.execute_query(SQL("EXPLAIN (FORMAT JSON) %s", query))
        (scan,) = self._find_scans(plan[0]["Plan"], "h")
        self.assertNotIn("SubPlan", scan.get("Filter", ""))

    def _find_scans(self, node, alias):
        found = [node] if node.get("Alias") == alias else []
        for part in node.get("Plans", ()):
            found += self._find_scans(part, alias)
        return found

    def test_owner_sees_who_used_it(self):
        self._use_by(self.guest)
        (row,) = self._get_card(self.member)["recent"]
        self.assertEqual(row["client_name"], "Zhao Min")
        self.assertTrue(row["can_undo"])

    def test_tills_are_told_of_all_holders(self):
        self._share()
        Order = self.env.registry["pos.order"]
        with patch.object(Order, "_notify_member_changed", autospec=True) as told:
            self._use(self.holding, self.other_member)
        (call,) = told.call_args_list
        self.assertEqual(call.args[1], self.other_member | self.member)

    def test_new_cards_are_those_of_all_holders(self):
        self._share()
        ticket = self._ticket([self._use_line(self.holding)], self.other_member)
        Order = self.env["pos.order"].with_user(self.cashier)
        result = Order.with_context(beauty_card=True).sync_from_ui([ticket])
        cards = {card["partner_id"]: card for card in result["beauty.member.card"]}
        self.assertEqual(set(cards), {self.member.id, self.other_member.id})
        self.assertEqual(cards[self.member.id]["sessions"][0]["remaining"], 9)


@tagged("post_install", "-at_install")
class TestSharingRights(SharingCommon):
    """Only a manager names whom a member shares with."""

    def test_cashier_reads_and_names_nobody(self):
        share = self._share().with_user(self.cashier)
        self.assertEqual(share.partner_id, self.other_member)
        with self.assertRaises(AccessError):
            share.max_units = 9
        with self.assertRaises(AccessError):
            share.unlink()
        with self.assertRaises(AccessError):
            self.env["beauty.contract.share"].with_user(self.cashier).create(
                {"contract_id": self.contract.id, "partner_id": self.guest.id}
            )

    def test_contract_tells_whom_it_is_shared_with(self):
        share = self._share(max_units=2)
        share.max_units = 3
        share.unlink()
        notes = self.contract.message_ids.sorted("id")[-3:].mapped("body")
        self.assertIn("at most 2 units", notes[0])
        self.assertIn("at most 3 units", notes[1])
        self.assertIn("No longer shared with Wang Fang", notes[2])

    def test_nobody_is_named_twice_nor_the_owner(self):
        self._share()
        for partner in (self.other_member, self.member):
            with self.assertRaises(ValidationError), self.env.cr.savepoint():
                self._share(partner_id=partner.id)

    def test_negative_cap(self):
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(psycopg2.errors.CheckViolation),
            self.env.cr.savepoint(),
        ):
            self._share(max_units=-1)
