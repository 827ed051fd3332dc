# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo import Command, fields
from odoo.tests import tagged

from ..exceptions import MembershipError
from .common_tier import TierCommon


@freeze_time("2026-06-15 10:30:00")
@tagged("post_install", "-at_install")
class TestTiers(TierCommon):
    """A ticket gives the tier it earns, by what was received for it."""

    def test_first_ticket_gives_every_member_the_lowest_tier(self):
        order = self._buy(10)
        self._assert_tier(self.ordinary)
        self.assertFalse(self.member.tier_valid_until)
        self.assertEqual(self._get_tier_rows(order)[0]["name"], "Ordinary")

    def test_guest_has_no_tier(self):
        order = self._buy(5000, self.other_member)
        self._assert_tier(self.env["beauty.tier"], self.other_member)
        self.assertFalse(order.membership_settled_on)

    def test_upgrade_on_the_ticket_that_earns_it(self):
        self._buy(999.99)
        self._assert_tier(self.ordinary)
        order = self._buy(0.01)
        self._assert_tier(self.silver)
        self.assertEqual(
            self.member.tier_valid_until, fields.Date.to_date("2027-06-15")
        )
        self.assertEqual(
            self._get_tier_rows(order),
            [
                {
                    "kind": "tier",
                    "name": "Silver",
                    "used": 0,
                    "remaining": False,
                    "date_expiry": "2027-06-15",
                }
            ],
        )

    def test_each_change_is_logged_with_its_numbers(self):
        self._buy(1200)
        change = self._get_changes()
        self.assertRecordValues(
            change,
            [
                {
                    "kind": "earned",
                    "from_tier_id": False,
                    "to_tier_id": self.silver.id,
                    "spend": 1200,
                    "visits": 0,
                    "window_months": 12,
                    "company_id": self.company.id,
                    "user_id": self.cashier.id,
                }
            ],
        )
        self.assertIn("1,200.00", change.reason)
        self.assertTrue(change.pos_order_id)

    def test_a_tier_is_skipped_when_more_is_reached(self):
        self._buy(3000)
        self._assert_tier(self.gold)
        self.assertEqual(len(self._get_changes()), 1)

    def test_replay_changes_nothing(self):
        ticket = self._ticket([self._line(self.serum, price=1200)])
        self._sync(ticket)
        self._sync(ticket)
        self.assertEqual(len(self._get_changes()), 1)

    def test_prepaid_counts_once(self):
        contract = self._sell_plan()
        self._buy(30)
        self._use(contract.entitlement_ids)
        self._assert_tier(self.ordinary)
        numbers = self._get_numbers()
        self.assertEqual((numbers.spend, numbers.visits), (990_00, 1))

    def test_tips_do_not_count(self):
        tip = self.env["product.product"].create(
            {"name": "Tip", "type": "service", "taxes_id": [Command.clear()]}
        )
        self.config.sudo().tip_product_id = tip
        lines = [self._line(self.serum, price=900), self._line(tip, price=150)]
        self._sync(self._ticket(lines))
        self._assert_tier(self.ordinary)
        self.assertEqual(self._get_numbers().spend, 900_00)

    def test_what_goes_on_account_is_not_received(self):
        later = self.env["pos.payment.method"].create(
            {"name": "Account", "company_id": self.company.id}
        )
        session = self._open_session(self._create_config("Account desk", later))
        self._buy(1500, payments=[(later, 1500)], session=session)
        self.assertEqual(self._get_numbers().spend, 0)
        self._assert_tier(self.ordinary)

    def test_window_slides(self):
        with freeze_time("2025-06-15 10:00:00"):
            self._buy(700)
        with freeze_time("2025-06-16 10:00:00"):
            self._buy(600)
        self._buy(399)
        self.assertEqual(self._get_numbers().spend, 999_00)
        self._assert_tier(self.silver)

    def test_the_day_is_the_companys(self):
        Tier = self.env["beauty.tier"]
        Tier._get_today(self.company)
        self.company.resource_calendar_id.tz = "Pacific/Kiritimati"
        self.assertEqual(str(Tier._get_today(self.company)), "2026-06-16")
        self.company.resource_calendar_id.tz = "Pacific/Midway"
        self.assertEqual(str(Tier._get_today(self.company)), "2026-06-14")

    def test_visits_reach_a_tier_and_an_undo_takes_one_away(self):
        with freeze_time("2026-05-31 10:00:00"):
            contract = self._sell_plan()
        for day in ("01", "02", "03"):
            with freeze_time(f"2026-06-{day} 10:00:00"):
                self._use(contract.entitlement_ids)
                self._use(contract.entitlement_ids)
        self.assertEqual(self._get_numbers().visits, 3)
        self._assert_tier(self.ordinary)
        order = self._use(contract.entitlement_ids)
        self._assert_tier(self.gold)
        log = self.env["beauty.service.log"].search(
            [("pos_order_line_id", "in", order.lines.ids)]
        )
        log.with_user(self.cashier).action_undo(self.config.id, "wrong")
        self.assertEqual(self._get_numbers().visits, 3)

    def test_consumed_counts_uses_and_not_the_package(self):
        self.company.beauty_tier_basis = "consumed"
        contract = self._sell_plan()
        self._buy(500)
        self.assertEqual(self._get_numbers().spend, 500_00)
        self._use(contract.entitlement_ids)
        self.assertEqual(self._get_numbers().spend, 596_00)

    def test_new_price_applies_from_the_next_ticket(self):
        self.env["res.config.settings"].create(
            {"group_product_pricelist": True}
        ).execute()
        self.serum.categ_id = self.env["product.category"].create({"name": "Retail"})
        self.silver.discount_ids = [
            Command.create({"categ_id": self.serum.categ_id.id, "percent": 10})
        ]
        self._buy(1000)
        found = self.env["product.pricelist"]._get_partner_pricelist_multi(
            self.member.ids
        )
        pricelist = found[self.member.id]
        self.assertEqual(pricelist, self.silver.pricelist_id)
        self.assertEqual(pricelist._get_product_price(self.serum, 1), 54.0)

    def test_the_till_learns_the_new_prices_with_the_ticket(self):
        self._buy(10)
        Order = self.env["pos.order"].with_user(self.cashier)
        tickets = [
            self._ticket([self._line(self.serum, price=price)]) for price in (10, 1000)
        ]
        quiet, news = (Order.sync_from_ui([ticket]) for ticket in tickets)
        self.assertNotIn("res.partner", quiet)
        row = news["res.partner"][0]
        self.assertEqual((row["id"], row["tier_id"]), (self.member.id, self.silver.id))
        self.assertIn("property_product_pricelist", row)

    def test_few_queries_and_no_write_on_the_member_without_a_change(self):
        self._buy(10)
        written = self.member.write_date
        order = self._buy(10)
        member = self.member.with_company(self.company)
        order._fetch_tier_numbers(member)
        with self.assertQueryCount(1):
            order.sudo()._give_earned_tier(member)
        self.assertEqual(self.member.write_date, written)
        self.assertEqual(len(self._get_changes()), 1)

    def test_cashier_cannot_write_the_log(self):
        self._buy(1200)
        change = self._get_changes().with_user(self.cashier)
        self.assertEqual(change.to_tier_id, self.silver)
        with self.assertRaises(MembershipError):
            change.reason = "mine"

    def test_books_hold(self):
        self._buy(1200)
        self._close()
        self._assert_ledger_holds()

    def _get_numbers(self):
        Tier = self.env["beauty.tier"]
        today = Tier._get_today(self.company)
        return Tier._fetch_numbers(self.company, today, self.member)[self.member.id][12]
