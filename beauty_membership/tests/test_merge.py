# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common_tier import TierCommon


@freeze_time("2026-06-15 10:30:00")
@tagged("post_install", "-at_install")
class TestMerge(TierCommon):
    """Two contacts of one person become one member with all that both hold."""

    def setUp(self):
        super().setUp()
        self.twin = self.env["res.partner"].create(
            {"name": "Li Na again", "phone": "138 0000 1234", "member_number": "T2"}
        )

    def _merge(self, source, target):
        wizard = self.env["base.partner.merge.automatic.wizard"].create({})
        wizard._merge((source | target).ids, target)
        self.env.invalidate_all()

    def test_better_tier_stays(self):
        self._buy(3000)
        self._buy(10, self.twin)
        self._merge(self.member, self.twin)
        self._assert_tier(self.gold, self.twin)
        self.assertEqual(str(self.twin.tier_valid_until), "2027-06-15")

    def test_better_tier_of_the_survivor_stays(self):
        self._buy(3000)
        self._buy(1000, self.twin)
        self._merge(self.twin, self.member)
        self._assert_tier(self.gold)

    def test_tier_that_is_over_is_not_better(self):
        with freeze_time("2025-01-15 10:30:00"):
            self._buy(3000)
        self._buy(1000, self.twin)
        self._merge(self.member, self.twin)
        self._assert_tier(self.silver, self.twin)

    def test_tiers_of_each_company(self):
        self._buy(1000)
        other = self.setup_other_company()["company"]
        other._beauty_setup()
        gold = self.env["beauty.tier"].search(
            [("company_id", "=", other.id), ("name", "=", "Gold")]
        )
        self.member.with_company(other)._change_tier_by_hand(gold, None, "friend")
        self._merge(self.member, self.twin)
        self._assert_tier(self.silver, self.twin)
        self.assertEqual(self.twin.with_company(other).tier_id, gold)

    def test_history_of_both_is_one(self):
        self._buy(3000)
        self._buy(1000, self.twin)
        before = self._get_changes() | self._get_changes(self.twin)
        self._merge(self.member, self.twin)
        changes = self._get_changes(self.twin)
        self.assertEqual(changes[:-1], before)
        self.assertEqual(changes[-1].kind, "merged")

    def test_money_of_both_counts_on_the_next_ticket(self):
        self._buy(2000)
        self._buy(900, self.twin)
        self._merge(self.member, self.twin)
        self._buy(100, self.twin)
        self._assert_tier(self.gold, self.twin)

    def test_holdings_points_and_debt_survive(self):
        contract = self._sell_plan()
        lot, debt = self._create_points(self.member, 50, -20)
        self._merge(self.member, self.twin)
        holdings = contract.entitlement_ids | lot | debt
        self.assertEqual(holdings.partner_id, self.twin)
        self.assertEqual(holdings.entry_ids.partner_id, self.twin)
        self.assertEqual((lot.remaining, debt.remaining), (50, -20))
        self._close()
        self._assert_ledger_holds()

    def test_pin_survives(self):
        self.member.sudo()._set_member_pin("2468")
        self._merge(self.member, self.twin)
        self.assertTrue(self.twin.sudo()._is_member_pin("2468"))

    def test_own_pin_stays(self):
        self.member.sudo()._set_member_pin("2468")
        self.twin.sudo()._set_member_pin("1357")
        self._merge(self.member, self.twin)
        self.assertTrue(self.twin.sudo()._is_member_pin("1357"))

    def test_old_card_opens_the_survivor(self):
        self._merge(self.member, self.twin)
        found = (
            self.env["res.partner"]
            .with_user(self.cashier)
            .find_members("T88000001", self.config.id)
        )
        self.assertEqual(found["partners"][0]["id"], self.twin.id)

    def test_receptionist_merges_nobody_with_a_tier(self):
        self._buy(3000)
        wizard = self.env["base.partner.merge.automatic.wizard"].with_user(self.cashier)
        with self.assertRaises(AccessError):
            wizard.create({})._merge((self.member | self.twin).ids, self.twin)
        self._assert_tier(self.gold)

    def _create_points(self, partner, points, owed):
        """Return a lot of points and a debt, as the ledger keeps them."""
        vals = {
            "partner_id": partner.id,
            "kind": "points",
            "quantity": 0,
            "amount": 0,
            "company_id": self.company.id,
            "currency_id": self.company.currency_id.id,
        }
        lots = self.env["beauty.entitlement"].sudo()
        lots = lots.create([vals, vals | {"is_debt": True}])
        lots._post_entry(
            [
                {
                    "entitlement_id": lot.id,
                    "movement": "grant" if quantity > 0 else "clawback",
                    "quantity": quantity,
                    "amount": 0,
                    "idempotency_key": f"test:{lot.id}",
                }
                for lot, quantity in zip(lots, (points, owed), strict=True)
            ]
        )
        return lots[0], lots[1]
