# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo import fields
from odoo.tests import tagged

from .common_points import PointsCommon


@tagged("post_install", "-at_install")
class TestPointsEarned(PointsCommon):
    """What a ticket earns, as the till of a receptionist sends it."""

    def test_a_member_earns_on_what_was_paid(self):
        order = self._buy()
        lot = self._get_points()
        self.assertRecordValues(
            lot, [{"remaining": 60, "amount_remaining": 0, "contract_id": False}]
        )
        self.assertTrue(order.membership_settled_on)
        self.assertEqual(lot.entry_ids.movement, "grant")
        self._assert_ledger_holds()

    def test_a_guest_earns_nothing(self):
        order = self._buy(partner=self.env["res.partner"])
        self.assertFalse(order.points_terms)

    def test_a_customer_who_is_no_member_earns_nothing(self):
        self._buy(partner=self.other_member)
        self.assertFalse(self._get_points(self.other_member))

    def test_a_contract_makes_a_member(self):
        self._sell_plan(partner=self.other_member)
        self._buy(partner=self.other_member)
        self.assertEqual(self._get_balance(self.other_member), 960 + 60)

    def test_points_off_earn_nothing(self):
        self.company.beauty_has_points = False
        self.assertFalse(self._buy().points_terms)
        self.assertFalse(self._get_points())

    def test_net_prices_earn_less(self):
        self.company.beauty_points_basis = "net"
        self._buy()
        self.assertEqual(self._get_balance(), 50)

    def test_ten_of_money_for_a_point_rounded_once(self):
        self.company.beauty_points_per_amount = 50
        self._buy(self.serum, self.serum)
        self.assertEqual(self._get_balance(), 2)

    def test_tier_and_birthday_month_multiply(self):
        self._create_tier(points_multiplier=1.5, birthday_multiplier=2)
        self._buy()
        self.assertEqual(self._get_balance(), 90)
        self.member.birthdate = fields.Date.today().replace(year=1990, day=1)
        self._buy()
        self.assertEqual(self._get_balance(), 90 + 180)

    def test_a_tier_that_is_over_multiplies_nothing(self):
        self._create_tier(points_multiplier=3)
        member = self.member.with_company(self.company)
        member.tier_valid_until = "2020-01-01"
        self._buy()
        self.assertEqual(self._get_balance(), 60)

    def test_category_and_product_have_factors(self):
        self.serum.points_factor = 2
        self.serum.categ_id = self.env["product.category"].create(
            {"name": "Care", "points_factor": 1.5}
        )
        self.massage.points_factor = 0
        self._buy(self.serum, self.massage)
        self.assertEqual(self._get_balance(), 180)

    def test_tips_earn_nothing(self):
        self.config.tip_product_id = self.serum
        self._buy(self.serum, self.massage)
        self.assertEqual(self._get_balance(), 150)

    def test_gift_cards_of_odoo_earn_nothing(self):
        card = self._create_service("Gift card", 50, is_treatment=False)
        self.env["loyalty.program"].create(
            {
                "name": "Gift cards",
                "program_type": "gift_card",
                "applies_on": "future",
                "trigger": "auto",
                "rule_ids": [
                    fields.Command.create({"product_ids": self._command(card)})
                ],
            }
        )
        self._buy(card, self.serum)
        self.assertEqual(self._get_balance(), 60)

    def test_a_package_earns_when_bought_and_not_when_used(self):
        holding = self._sell_plan().entitlement_ids
        self.assertEqual(self._get_balance(), 960)
        self._use(holding)
        self.assertEqual(self._get_balance(), 960)

    def test_what_is_not_paid_earns_nothing(self):
        ticket = self._ticket([self._line(self.serum)], payments=[(self.cash, 1.0)])
        self._sync({**ticket, "amount_total": 1.0})
        self.assertFalse(self._get_points())

    def test_a_replayed_ticket_earns_once(self):
        ticket = self._ticket([self._line(self.serum)])
        self._sync({**ticket})
        self._sync({**ticket})
        self.assertEqual(self._get_balance(), 60)

    def test_one_lot_for_each_expiry(self):
        with freeze_time("2027-01-10 12:00:00"):
            self._buy()
            self._buy()
        with freeze_time("2027-02-10 12:00:00"):
            self._buy()
        lots = self._get_points()
        self.assertEqual(lots.mapped("remaining"), [120, 60])
        self.assertEqual(
            lots.mapped("date_expiry"),
            [fields.Date.to_date("2028-01-31"), fields.Date.to_date("2028-02-29")],
        )

    def test_an_emptied_lot_is_filled_again(self):
        self._buy()
        lot = self._get_points()
        self.member._spend_points(60, self.company, fields.Date.today(), "test:spent")
        self._buy()
        self.assertEqual(self._get_points(), lot)

    def test_what_the_till_says_of_terms_is_dropped(self):
        ticket = self._ticket([self._line(self.serum)], points_terms={"points": 9})
        self.assertEqual(self._sync(ticket).points_terms["points"], 60)

    def test_the_members_form_shows_balance_and_movements(self):
        self._refund(self._buy())
        self._buy(self.massage)
        member = self.member.with_user(self.cashier)
        member = member.with_company(self.company)
        self.assertTrue(member.has_points)
        self.assertEqual(member.points_balance, 150)
        domain = member.action_open_points()["domain"]
        entries = self.env["beauty.entry"].with_user(self.cashier).search(domain)
        rows = [(entry.quantity, entry.points_after) for entry in entries.sorted("id")]
        self.assertEqual(rows, [(60, 60), (-60, 0), (150, 150)])
        self.assertFalse(self.other_member.has_points)

    def test_china_counts_taxes_and_others_do_not(self):
        company = self.env["res.company"].create({"name": "Elsewhere"})
        self.assertEqual(company.beauty_points_basis, "net")
        company.chart_template = "cn"
        self.assertEqual(company.beauty_points_basis, "gross")


@tagged("post_install", "-at_install")
class TestPointsTakenBack(PointsCommon):
    """What a refund takes back, in full or in part."""

    def test_refund_takes_all_back(self):
        order = self._buy(self.serum, self.massage)
        self._refund(order)
        self.assertEqual(self._get_balance(), 0)
        self._assert_ledger_holds()

    def test_part_after_part_ends_at_nothing(self):
        line = self._line(self.serum, 33.35, qty=3)
        order = self._sync(self._ticket([line]))
        balances = []
        for _i in range(3):
            self._refund(order, qty=1)
            balances.append(self._get_balance())
        self.assertEqual(balances, [66, 33, 0])

    def test_ratio_of_that_day_holds(self):
        tier = self._create_tier(points_multiplier=2)
        order = self._buy()
        tier.points_multiplier = 1
        self.serum.points_factor = 0
        self.company.beauty_points_per_amount = 10
        self._refund(order)
        self.assertEqual(self._get_balance(), 0)

    def test_its_own_lot_comes_first(self):
        with freeze_time("2027-01-10 12:00:00"):
            self._buy()
        with freeze_time("2027-03-10 12:00:00"):
            order = self._buy()
            self._refund(order)
            self.assertEqual(
                self._get_points().date_expiry, fields.Date.to_date("2028-01-31")
            )

    def test_spent_points_become_a_debt_that_is_paid_first(self):
        order = self._buy()
        self.member._spend_points(60, self.company, fields.Date.today(), "test:spent")
        self._refund(order)
        debt = self._get_points()
        self.assertTrue(debt.is_debt)
        self.assertEqual(debt.remaining, -60)
        self._buy(self.massage)
        self.assertEqual(debt.remaining, 0)
        self.assertEqual(self._get_points().remaining, 90)
        self._assert_ledger_holds()

    def test_two_debts_of_merged_contacts_are_both_paid(self):
        day = fields.Date.today()
        other = self.env["res.partner"].create({"name": "Li Na", "ref": "double"})
        for partner in (self.member, other):
            partner._claw_back_points(40, self.company, day, f"test:{partner.id}")
        merge = self.env["base.partner.merge.automatic.wizard"]
        merge._merge([self.member.id, other.id], self.member)
        self.env.invalidate_all()
        self.assertEqual(self._get_points().mapped("remaining"), [-40, -40])
        self._buy()
        self.assertEqual(self._get_points().mapped("remaining"), [-20])
        self._buy()
        self.assertEqual(self._get_points().mapped("remaining"), [40])
        self._assert_ledger_holds()

    def test_refund_of_what_paid_a_debt_takes_it_back(self):
        first = self._buy()
        self.member._spend_points(60, self.company, fields.Date.today(), "test:spent")
        self._refund(first)
        self._refund(self._buy())
        self.assertEqual(self._get_balance(), -60)

    def test_refund_without_customer_takes_back_from_who_earned(self):
        order = self._buy()
        self._refund(order, partner=self.env["res.partner"])
        self.assertEqual(self._get_balance(), 0)

    def test_points_that_expired_meanwhile_are_not_taken_again(self):
        with freeze_time("2027-01-10 12:00:00"):
            order = self._buy()
        with freeze_time("2028-02-01 12:00:00"):
            self._buy(self.massage)
            self._refund(order)
            self.assertEqual(self._get_balance(), 150 + 60, "the job comes at night")
            self.env["beauty.entitlement"]._expire_points()
            self.assertEqual(self._get_balance(), 150)

    def test_exchange_takes_back_and_earns(self):
        order = self._buy()
        lines = [*self._refund_lines(order.lines), self._line(self.massage)]
        self._sync(self._ticket(lines))
        self.assertEqual(self._get_balance(), 150)

    def test_goods_back_without_their_ticket_take_points(self):
        self._buy(self.massage)
        self._sync(self._ticket([self._line(self.serum, qty=-1)]))
        self.assertEqual(self._get_balance(), 90)

    def test_refund_of_a_package_takes_its_points(self):
        order = self._sync(self._ticket([self._plan_line()]))
        self._refund(order)
        self.assertEqual(self._get_balance(), 0)

    def test_replayed_refund_takes_once(self):
        order = self._buy()
        self._buy(self.massage)
        lines = self._refund_lines(order.lines)
        ticket = self._ticket(lines)
        self._sync({**ticket})
        self._sync({**ticket})
        self.assertEqual(self._get_balance(), 150)


@tagged("post_install", "-at_install")
class TestPointsAreCheap(PointsCommon):
    """What points add to the sync of a ticket, in queries."""

    def _count(self, has_points, **values):
        self.company.beauty_has_points = has_points
        # the setting empties what the server remembers of tiers
        self._sync(self._ticket([self._line(self.serum)], **values))
        ticket = self._ticket([self._line(self.serum)], **values)
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self._sync(ticket)
        return self.env.cr.sql_log_count - before

    def test_a_member_costs_few_queries(self):
        without = self._count(False)
        self.assertLessEqual(self._count(True) - without, 6)

    def test_a_guest_costs_none(self):
        guest = self.env["res.partner"]
        self._count(True, partner=guest)
        without = self._count(False, partner=guest)
        self.assertEqual(self._count(True, partner=guest), without)
