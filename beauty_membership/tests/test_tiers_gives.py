# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time
from psycopg2 import IntegrityError

from odoo import Command
from odoo.exceptions import AccessError, ValidationError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .common_tier import TierCommon


@freeze_time("2026-06-15 10:00:00")
@tagged("post_install", "-at_install")
class TestTiersGive(TierCommon):
    """What a tier gives, and how the till and the back office show it."""

    def test_card_shows_promise_notes_and_progress(self):
        self.silver.write(
            {
                "note": "Offer tea",
                "points_multiplier": 1.5,
                "has_dedicated_technician": True,
            }
        )
        self._buy(1200)
        tier = self._get_tier_card()
        self.assertEqual((tier["name"], tier["notes"]), ("Silver", "Offer tea"))
        self.assertIn("1.5 x points", tier["benefits"])
        self.assertIn("A technician of her own", tier["benefits"])
        progress = tier["progress"]
        self.assertEqual(progress["next_name"], "Gold")
        self.assertEqual((progress["spend_left"], progress["visits_left"]), (1800.0, 4))
        self.assertIs(progress["points_left"], False)
        self.assertIn("1,800.00", progress["text"])

    def test_card_at_the_top_has_no_progress(self):
        self.member._change_tier_by_hand(self.diamond, None, "founder")
        self.assertIs(self._get_tier_card()["progress"], False)

    def test_card_without_a_tier_shows_the_way_to_the_first(self):
        """Who has no tier yet works for one as well; a guest is not told."""
        self.member.with_company(self.company).tier_id = False
        self.ordinary.threshold_spend = 500
        tier = self._get_tier_card()
        self.assertEqual((tier["id"], tier["name"]), (False, False))
        self.assertEqual(tier["progress"]["next_name"], "Ordinary")
        self.assertIn("500.00", tier["progress"]["text"])
        self.member.member_number = False
        self.assertIs(self._get_tier_card(), False)

    def test_card_costs_one_query_more(self):
        self._buy(1200)
        self._get_tier_card()
        member = self.member.sudo().with_company(self.company)
        member._get_card_tier()
        with self.assertQueryCount(1):
            member._get_card_tier()

    def test_renamed_tier_shows_at_once(self):
        self._buy(1200)
        self._get_tier_card()
        self.silver.name = "Argent"
        self.assertEqual(self._get_tier_card()["name"], "Argent")

    def test_discounts_are_rules_of_the_tiers_pricelist(self):
        category = self.env["product.category"].create({"name": "Retail"})
        with Form(self.gold) as form, form.discount_ids.new() as discount:
            discount.categ_id = category
            discount.percent = 15
        item = self.gold.pricelist_id.item_ids
        self.assertRecordValues(
            item,
            [
                {
                    "applied_on": "2_product_category",
                    "categ_id": category.id,
                    "percent_price": 15,
                }
            ],
        )
        self.gold.discount_ids.percent = 20
        self.assertEqual(item.percent_price, 20)
        self.gold.discount_ids = [Command.clear()]
        self.assertFalse(item.exists())

    def test_discounts_follow_to_another_pricelist(self):
        self._discount(self.gold)
        other = self.env["product.pricelist"].create({"name": "Other"})
        self.gold.pricelist_id = other
        self.assertEqual(other.item_ids.beauty_discount_id, self.gold.discount_ids)

    def test_two_tiers_with_discounts_share_no_pricelist(self):
        self._discount(self.gold)
        with self.assertRaises(ValidationError):
            self.silver.pricelist_id = self.gold.pricelist_id
            self._discount(self.silver)

    def test_wrong_numbers_are_refused(self):
        for values in (
            {"threshold_spend": -1},
            {"keep_visits": -1},
            {"points_multiplier": -1},
            {"window_months": 0},
        ):
            with (
                mute_logger("odoo.sql_db"),
                self.assertRaises(IntegrityError),
                self.env.cr.savepoint(),
            ):
                self.gold.write(values)
                self.gold.flush_recordset()

    def test_what_is_written_on_the_contact_is_logged(self):
        self.member.tier_id = self.gold
        self.assertRecordValues(
            self._get_changes(),
            [
                {
                    "kind": "manual",
                    "from_tier_id": False,
                    "to_tier_id": self.gold.id,
                    "user_id": self.env.uid,
                }
            ],
        )

    def test_only_managers_give_tiers_by_hand(self):
        member = self.member.with_user(self.cashier)
        with self.assertRaises(AccessError):
            member._change_tier_by_hand(self.gold, None, "please")
        with self.assertRaises(AccessError):
            self.env["beauty.tier.wizard"].with_user(self.cashier).create(
                {"partner_id": member.id, "reason": "please"}
            )
        self.assertFalse(self._get_changes())

    def test_form_shows_progress_and_history(self):
        self._buy(1200)
        self.assertIn("Gold", self.member.tier_progress)
        self.assertEqual(self.member.tier_change_ids.to_tier_id, self.silver)

    def _discount(self, tier):
        category = self.env["product.category"].create({"name": "Retail"})
        tier.discount_ids = [Command.create({"categ_id": category.id, "percent": 10})]

    def _get_tier_card(self):
        Partner = self.env["res.partner"].with_user(self.cashier)
        return Partner.get_member_card(self.member.id, self.config.id)["tier"]
