# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from ..exceptions import MembershipError
from .common import BeautyMembershipCommon


@tagged("post_install", "-at_install")
class TestMemberCard(BeautyMembershipCommon):
    """What the till reads of a member, as a receptionist."""

    def setUp(self):
        super().setUp()
        self.contract = self._sell_plan()

    def _get_card(self, partner=None):
        # a till says its language and time zone
        Partner = self.env["res.partner"].with_user(self.cashier)
        Partner = Partner.with_context(lang="en_US", tz="Europe/Paris")
        return Partner.get_member_card((partner or self.member).id, self.config.id)

    def test_card_shows_what_is_held(self):
        row = self._get_card()["sessions"][0]
        self.assertEqual((row["remaining"], row["quantity"]), (10, 10))
        self.assertTrue(row["can_use"] and row["is_proposed"])
        price = row["prices"][self.facial.id]
        self.assertEqual((price["value"], price["price_unit"]), (96.0, 96.0))
        self.assertEqual(price["tax_ids"], self.vat.ids)

    def test_card_hides_the_phone(self):
        self.assertEqual(self._get_card()["phone_masked"], "138****1234")

    def test_card_in_few_queries(self):
        for _i in range(3):
            self._sell_plan()
        self._use(self.contract.entitlement_ids)
        self._get_card()
        self.env.invalidate_all()
        with self.assertQueryCount(12):
            self._get_card()

    def test_card_proposes_the_soonest_to_expire(self):
        soon = self._sell_plan(self._create_plan("Soon", validity_months=1))
        rows = self._get_card()["sessions"]
        self.assertEqual(rows[0]["contract_id"], soon.id)
        self.assertEqual([row["is_proposed"] for row in rows], [True, False])
        self.assertEqual(
            rows[0]["date_expiry"],
            fields.Date.to_string(soon.entitlement_ids.date_expiry),
        )

    def test_card_says_why_a_frozen_package_cannot_be_used(self):
        self.contract.sudo().state = "frozen"
        row = self._get_card()["sessions"][0]
        self.assertFalse(row["can_use"])
        self.assertIn("frozen", row["reason"])

    def test_card_flags_allergy_and_birthday(self):
        self.env["beauty.client.chart"].create(
            {"partner_id": self.member.id, "has_allergy": True, "allergy_note": "AHA"}
        )
        self.member.birthdate = fields.Date.subtract(
            fields.Date.context_today(self.member), years=30
        )
        card = self._get_card()
        self.assertEqual(
            card["flags"], {"birthday": True, "allergy": True, "complaint": False}
        )
        self.assertNotIn("AHA", str(card))

    def test_card_proposes_the_last_technician(self):
        self._use(self.contract.entitlement_ids)
        card = self._get_card()
        self.assertEqual(card["technician_id"], self.technician.id)
        self.assertEqual(card["last_visit"]["days_ago"], 0)
        self.assertTrue(card["recent"][0]["can_undo"])

    def test_card_of_another_company_is_empty(self):
        company = self.env["res.company"].create({"name": "Elsewhere"})
        config = self.env["pos.config"].sudo().with_company(company)
        register = config.new({"company_id": company.id})
        card = self.member.sudo().with_company(company)._get_card(register)
        self.assertEqual(card["sessions"], [])

    def test_card_of_nobody_is_refused(self):
        with self.assertRaises(MembershipError):
            self.env["res.partner"].get_member_card(999999999, self.config.id)

    def test_card_is_not_for_strangers(self):
        stranger = new_test_user(self.env, "card_stranger", groups="base.group_portal")
        with self.assertRaises(AccessError):
            self.env["res.partner"].with_user(stranger).get_member_card(
                self.member.id, self.config.id
            )

    def test_members_are_found_by_what_a_cashier_types(self):
        chinese = self.env["res.partner"].create(
            {"name": "王小美", "phone": "13912349876"}
        )
        Partner = self.env["res.partner"].with_user(self.cashier)
        for query, expected in (
            ("1234", self.member),
            ("138 0000 1234", self.member),
            ("li n", self.member),
            ("ln", self.member),
            ("T88000001", self.member),
            ("9876", chinese),
            ("王小", chinese),
            ("wxm", chinese),
        ):
            found = Partner.find_members(query, self.config.id)["partners"]
            self.assertIn(expected.id, [row["id"] for row in found], query)

    def test_phone_is_found_without_its_country_code(self):
        guest = self.env["res.partner"].create(
            {"name": "Anna", "phone": "+49 151 2345677"}
        )
        Partner = self.env["res.partner"].with_user(self.cashier)
        for query in ("1512345677", "0151 2345677"[1:], "49151", "5677"):
            found = Partner.find_members(query, self.config.id)["partners"]
            self.assertIn(guest.id, [row["id"] for row in found], query)

    def test_name_as_typed_comes_first(self):
        self.env["res.partner"].create([{"name": "Zoe Adams"}, {"name": "Adams Zoe"}])
        found = self.env["res.partner"].find_members("Zoe Adams", self.config.id)
        names = [row["name"] for row in found["partners"]]
        self.assertEqual(names, ["Zoe Adams", "Adams Zoe"])

    def test_signs_alone_find_nobody(self):
        Partner = self.env["res.partner"].with_user(self.cashier)
        for query in ("%", "_", "\\", "%%%", " "):
            found = Partner.find_members(query, self.config.id)["partners"]
            self.assertEqual(found, [], query)

    def test_card_number_is_exact(self):
        result = self.env["res.partner"].find_members("T88000001", self.config.id)
        self.assertTrue(result["exact"])
        self.assertEqual(len(result["partners"]), 1)

    def test_guest_becomes_a_member(self):
        card = self.env["res.partner"].make_member(self.other_member.id, self.config.id)
        self.assertTrue(card["is_member"])
        self.assertEqual(self.other_member.barcode, card["member_number"])

    def test_tier_gives_its_pricelist(self):
        group = self.env.ref("product.group_product_pricelist")
        self.env.ref("base.group_user").implied_ids |= group
        gold = self.env["product.pricelist"].create({"name": "Gold prices"})
        tier = self.env["beauty.tier"].create({"name": "Gold", "pricelist_id": gold.id})
        self.member.tier_id = tier
        self.member.invalidate_recordset()
        self.assertEqual(self.member.property_product_pricelist, gold)
        own = self.env["product.pricelist"].create({"name": "Her own"})
        self.member.specific_property_product_pricelist = own
        self.assertEqual(self.member.property_product_pricelist, own)
        self.assertEqual(self._get_card()["tier"]["name"], "Gold")
