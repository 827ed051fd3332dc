# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError, ValidationError
from odoo.tests import new_test_user, tagged

from ..exceptions import MembershipError
from .common import BeautyMembershipCommon


@tagged("post_install", "-at_install")
class TestJoin(BeautyMembershipCommon):
    """A guest becomes a member at the till, as a receptionist."""

    def _join(self, confirm=False, **values):
        Partner = self.env["res.partner"].with_user(self.cashier)
        return Partner.join_member(values, self.config.id, confirm)

    def _count(self):
        return self.env["res.partner"].search_count([])

    def test_name_and_phone_are_enough(self):
        answer = self._join(name=" Chen Jie ", phone="13912345678")
        self.assertTrue(answer["ok"])
        self.assertEqual((answer["warnings"], answer["duplicates"]), ([], []))
        card = answer["card"]
        self.assertEqual(card["name"], "Chen Jie")
        self.assertTrue(card["is_member"] and card["member_number"])
        self.assertEqual(card["tier"]["name"], "Ordinary")
        row = answer["res.partner"][0]
        self.assertEqual((row["id"], row["name"]), (card["partner_id"], "Chen Jie"))
        member = self.env["res.partner"].browse(card["partner_id"])
        self.assertEqual(member.barcode, member.member_number)
        self.assertTrue(member.member_since)

    def test_no_name_is_refused(self):
        before = self._count()
        for name in ("", "  ", None, False):
            with self.assertRaises(MembershipError):
                self._join(name=name, phone="13912345678")
        self.assertEqual(self._count(), before)

    def test_missing_phone_warns_and_blocks_nothing(self):
        before = self._count()
        answer = self._join(name="Chen Jie")
        self.assertFalse(answer["ok"])
        self.assertEqual(len(answer["warnings"]), 1)
        self.assertNotIn("card", answer)
        self.assertEqual(self._count(), before)
        self.assertTrue(self._join(name="Chen Jie", confirm=True)["card"])
        self.assertEqual(self._count(), before + 1)

    def test_shared_phone_warns_with_who_has_it(self):
        answer = self._join(name="Daughter", phone="+86 138 0000 1234")
        self.assertFalse(answer["ok"])
        self.assertEqual(
            answer["duplicates"],
            [
                {
                    "id": self.member.id,
                    "name": "Li Na",
                    "phone_masked": "138****1234",
                    "member_number": "T88000001",
                }
            ],
        )
        self.assertNotIn("13800001234", str(answer))
        again = self._join(name="Daughter", phone="+86 138 0000 1234", confirm=True)
        self.assertTrue(again["ok"])

    def test_same_name_and_birthday_warn(self):
        self.other_member.birthdate = "1990-05-06"
        answer = self._join(
            name="wang fang", birthdate="1990-05-06", phone="13700000000"
        )
        self.assertEqual(answer["duplicates"][0]["id"], self.other_member.id)
        other = self._join(
            name="wang fang", birthdate="1990-05-07", phone="13700000000"
        )
        self.assertTrue(other["ok"])

    def test_printed_card_is_taken(self):
        answer = self._join(
            name="Chen Jie", phone="13912345678", member_number="VIP0007"
        )
        self.assertEqual(answer["card"]["member_number"], "VIP0007")
        found = (
            self.env["res.partner"]
            .with_user(self.cashier)
            .find_members("VIP0007", self.config.id)
        )
        self.assertTrue(found["exact"])

    def test_card_of_another_member_is_refused(self):
        before = self._count()
        with self.assertRaisesRegex(MembershipError, "Li Na"):
            self._join(
                name="Chen Jie",
                phone="13912345678",
                member_number="T88000001",
                confirm=True,
            )
        self.assertEqual(self._count(), before)

    def test_guest_who_is_known_becomes_a_member(self):
        answer = self._join(partner_id=self.other_member.id, phone="13912345678")
        self.assertTrue(answer["ok"])
        self.assertEqual(answer["card"]["partner_id"], self.other_member.id)
        self.assertEqual(self.other_member.phone, "13912345678")
        self.assertTrue(self.other_member.member_number)

    def test_member_who_joins_again_keeps_number_and_gets_no_second_gift(self):
        self.company.beauty_welcome_plan_id = self._get_gift()
        answer = self._join(partner_id=self.member.id, member_number="")
        self.assertEqual(answer["card"]["member_number"], "T88000001")
        self.assertFalse(self._get_gift_contracts(self.member))

    def test_garbage_is_refused_in_words_or_ignored(self):
        for values in ([], "x", 5, None):
            with self.assertRaises(MembershipError):
                self.env["res.partner"].with_user(self.cashier).join_member(
                    values, self.config.id
                )
        with self.assertRaises(MembershipError):
            self._join(name="A", birthdate="yesterday")
        with self.assertRaises(MembershipError):
            self._join(name="A", partner_id=999999999)
        answer = self._join(
            name="A", phone="13912345678", tier_id=1, credit_limit=5, referrer_id="x"
        )
        member = self.env["res.partner"].browse(answer["card"]["partner_id"])
        self.assertFalse(member.referrer_id)

    def test_strangers_make_no_members(self):
        stranger = new_test_user(self.env, "join_stranger", groups="base.group_portal")
        Partner = self.env["res.partner"].with_user(stranger)
        with self.assertRaises(AccessError):
            Partner.join_member({"name": "Me"}, self.config.id, True)

    def test_welcome_gift_is_held_at_once(self):
        gift = self._get_gift()
        self.company.beauty_welcome_plan_id = gift
        card = self._join(name="Chen Jie", phone="13912345678")["card"]
        self.assertEqual(card["sessions"][0]["remaining"], 1)
        member = self.env["res.partner"].browse(card["partner_id"])
        contract = self._get_gift_contracts(member)
        self.assertRecordValues(
            contract, [{"price_total": 0, "is_gift": True, "shop_id": self.shop.id}]
        )
        self._use(contract.entitlement_ids, member)
        self._close()
        self._assert_ledger_holds()

    def test_welcome_gift_of_value_keeps_its_terms(self):
        gift = self._create_plan(
            "50 to start with",
            0,
            line_ids=[Command.create({"kind": "value", "quantity": 50})],
            can_use_mon=False,
        )
        self.company.beauty_welcome_plan_id = gift
        card = self._join(name="Chen Jie", phone="13912345678")["card"]
        self.assertEqual(card["value"], {"principal": 0.0, "bonus": 50.0})
        member = self.env["res.partner"].browse(card["partner_id"])
        contract = self._get_gift_contracts(member)
        self.assertEqual(contract.weekdays, gift._get_weekdays())
        self._assert_ledger_holds()

    def test_what_depends_on_money_is_no_gift(self):
        gift_card = self._create_plan(
            "Gift card",
            50,
            line_ids=[Command.create({"kind": "value", "quantity": 50})],
            is_gift_card=True,
        )
        with self.assertRaises(ValidationError):
            self.company.beauty_welcome_plan_id = gift_card
        tier = self.env["beauty.tier"].create({"name": "Ruby"})
        with self.assertRaises(ValidationError):
            tier.gift_plan_ids = gift_card
        gift = self._get_gift()
        tier.gift_plan_ids = gift
        with self.assertRaises(ValidationError):
            gift.write(
                {
                    "line_ids": [
                        Command.clear(),
                        Command.create({"kind": "value", "quantity": 50}),
                    ],
                    "is_gift_card": True,
                }
            )

    def test_welcome_points(self):
        self.company.write({"beauty_has_points": True, "beauty_welcome_points": 88})
        card = self._join(name="Chen Jie", phone="13912345678")["card"]
        self.assertEqual(card["points"], 88)
        self._assert_ledger_holds()

    def test_make_member_welcomes_as_well_once(self):
        self.company.beauty_welcome_plan_id = self._get_gift()
        Partner = self.env["res.partner"].with_user(self.cashier)
        Partner.make_member(self.other_member.id, self.config.id)
        Partner.make_member(self.other_member.id, self.config.id)
        self.assertEqual(len(self._get_gift_contracts(self.other_member)), 1)

    def test_registration_pack_logs_a_skin_test_and_moves_samples(self):
        skin_test = self._create_service("Skin test", 0)
        sample = self.env["product.product"].create(
            {"name": "Sample", "type": "consu", "is_storable": True}
        )
        self.company.write(
            {
                "beauty_welcome_service_ids": [Command.set(skin_test.ids)],
                "beauty_welcome_sample_ids": [Command.set(sample.ids)],
            }
        )
        picking_type = self.config.picking_type_id
        stock = picking_type.default_location_src_id
        self.env["stock.quant"]._update_available_quantity(sample, stock, 5)
        card = self._join(name="Chen Jie", phone="13912345678")["card"]
        self.assertEqual(card["last_visit"]["product_name"], "Skin test")
        move = self.env["stock.move"].search([("product_id", "=", sample.id)])
        self.assertRecordValues(
            move, [{"state": "done", "quantity": 1, "location_id": stock.id}]
        )
        self.assertEqual(move.picking_id.partner_id.id, card["partner_id"])
        self.assertEqual(sample.with_company(self.company).qty_available, 4)

    def test_duplicates_are_listed_for_managers(self):
        twin = self.env["res.partner"].create(
            {"name": "Twin", "phone": "0086-138 0000-1234"}
        )
        namesake = self.env["res.partner"].create(
            {"name": "WANG FANG", "birthdate": "1990-05-06"}
        )
        self.other_member.birthdate = "1990-05-06"
        alone = self.env["res.partner"].create({"name": "Alone", "phone": "555 123"})
        action = self.env["res.partner"].action_open_duplicates()
        ids = action["domain"][0][2]
        people = self.member | twin | namesake | self.other_member
        self.assertLessEqual(set(people.ids), set(ids))
        self.assertNotIn(alone.id, ids)

    def _get_gift(self):
        return self._create_plan("Welcome facial", 0, [(self.facial, 1)])

    def _get_gift_contracts(self, partner):
        return self.env["beauty.contract"].search(
            [("partner_id", "=", partner.id), ("is_gift", "=", True)]
        )
