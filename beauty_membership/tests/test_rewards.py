# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from ..exceptions import GrantRefused, MembershipError, RedemptionRefused
from .common_points import PointsCommon


@tagged("post_install", "-at_install")
class TestRewards(PointsCommon):
    """Points spent at the till on money off, on gifts and on the card."""

    def setUp(self):
        super().setUp()
        self._give(1000)

    def test_money_off_costs_its_points_and_earns_on_the_rest(self):
        line = self._points_line(self.massage, 20, self.ten_off)
        order = self._sync(self._ticket([line]))
        self.assertEqual(order.amount_total, 130.0)
        self.assertEqual(self._get_balance(), 1000 - 200 + 130)
        entry = self.env["beauty.entry"].search(
            [("pos_order_line_id", "=", order.lines.id), ("movement", "=", "redeem")]
        )
        self.assertEqual((entry.reward_id, entry.reward_quantity), (self.ten_off, 2))
        self._assert_ledger_holds()

    def test_money_off_is_a_discount_in_the_books(self):
        line = self._points_line(self.massage, 30, self.ten_off)
        self._sync(self._ticket([line]))
        session = self._close()
        revenue = session.move_id.line_ids.filtered(
            lambda item: item.account_id.account_type == "income"
        )
        tax = session.move_id.line_ids.filtered("tax_line_id")
        self.assertEqual((revenue.balance, tax.balance), (-100.0, -20.0))
        self._assert_ledger_holds()

    def test_money_off_over_several_lines(self):
        lines = [
            self._points_line(self.massage, 12.5, self.ten_off),
            self._points_line(self.serum, 7.5, self.ten_off),
        ]
        order = self._sync(self._ticket(lines))
        spent = self.env["beauty.entry"].search(
            [("reward_id", "=", self.ten_off.id)], order="pos_order_line_id"
        )
        self.assertEqual(spent.pos_order_line_id, order.lines)
        self.assertEqual(spent.mapped("quantity"), [-125, -75])

    def test_money_off_without_its_name_takes_the_cheapest(self):
        self._create_reward("20 off", 150, amount=20)
        line = self._points_line(self.massage, 20)
        order = self._sync(self._ticket([line]))
        self.assertEqual(order.lines.beauty_reward_id.name, "20 off")
        self.assertEqual(self._get_balance(), 1000 - 150 + 130)

    def test_money_off_with_the_cashiers_own_discount(self):
        line = self._line(
            self.massage,
            discount=100 * (1 - 0.9 * (125 / 135)),
            manual_discount=10,
            points_amount=10,
            beauty_reward_id=self.ten_off.id,
        )
        order = self._sync(self._ticket([line]))
        self.assertEqual(order.amount_total, 125.0)

    def test_money_off_with_taxes_on_top(self):
        self.vat.price_include_override = "tax_excluded"
        line = self._line(
            self.massage,
            discount=100 * 10 / 180,
            points_amount=10,
            beauty_reward_id=self.ten_off.id,
        )
        order = self._sync(self._ticket([line]))
        self.assertEqual(order.amount_total, 170.0)

    def test_a_gift_costs_nothing_but_points(self):
        line = self._points_line(self.serum, 120, self.gift, qty=2)
        order = self._sync(self._ticket([line]))
        self.assertEqual(order.amount_total, 0.0)
        self.assertEqual(self._get_balance(), 1000 - 120)

    def test_stored_value_goes_on_the_card(self):
        reward = self._create_reward("50 on the card", 300, kind="value", amount=50)
        self._sync_request(reward, 2)
        self.assertEqual(self._get_balance(), 1000 - 600 + 60)
        contracts = self.env["beauty.contract"].search(
            [("plan_id", "=", reward.plan_id.id)]
        )
        self.assertEqual(contracts.partner_id, self.member)
        self.assertRecordValues(
            contracts.entitlement_ids,
            [{"kind": "value", "remaining": 50, "amount": 0, "is_bonus": True}] * 2,
        )
        self._assert_ledger_holds()

    def test_a_service_is_kept_as_a_session_and_used(self):
        reward = self._create_reward(
            "Free facial", 500, kind="product", product_id=self.facial.id
        )
        self._sync_request(reward)
        card = self._get_card()
        row = next(row for row in card["sessions"] if row["plan_name"] == reward.name)
        holding = self.env["beauty.entitlement"].browse(row["entitlement_id"])
        self._use(holding)
        self.assertEqual(holding.remaining, 0)
        self._close()
        self._assert_ledger_holds()

    def _sync_request(self, reward, quantity=1):
        requests = [{"reward_id": reward.id, "quantity": quantity}]
        ticket = self._ticket([self._line(self.serum)], reward_requests=requests)
        return self._sync(ticket)

    def _get_card(self):
        Partner = self.env["res.partner"].with_user(self.cashier)
        return Partner.get_member_card(self.member.id, self.config.id)

    def test_receipt_and_card_say_what_happened(self):
        line = self._points_line(self.massage, 20, self.ten_off)
        order = self._sync(self._ticket([line]))
        rows = [
            (row["kind"], row["points"], row["balance"])
            for row in order.membership_summary
            if row["kind"] in ("earn", "spend")
        ]
        self.assertEqual(rows, [("earn", 130, 930), ("spend", 200, 930)])
        card = self._get_card()
        self.assertEqual(card["points"], 930)
        self.assertEqual(card["points_info"]["spendable"], 930)
        self.assertEqual(card["points_info"]["rate"]["multiplier"], 1.0)

    def test_points_of_the_soonest_lot_go_first(self):
        self.company.beauty_points_validity_months = 2
        self._give(50)
        soonest = self._get_points()[0]
        self._sync(self._ticket([self._points_line(self.massage, 10, self.ten_off)]))
        self.assertEqual(soonest.remaining, 140)
        self.assertEqual(self._get_balance(), 1050 - 100 + 140)


@tagged("post_install", "-at_install")
class TestRewardRefusals(PointsCommon):
    """What the server refuses; each refusal stores nothing."""

    def setUp(self):
        super().setUp()
        self._give(250)

    def _refuse(self, *lines, partner=None, **values):
        ticket = self._ticket(list(lines), partner, **values)
        message = self._assert_refused(RedemptionRefused, ticket)
        self.assertEqual(self._get_balance(), 250)
        return message

    def test_more_points_than_she_has_are_refused(self):
        line = self._points_line(self.massage, 30, self.ten_off)
        self.assertIn("250", self._refuse(line))

    def test_money_off_in_between_is_refused(self):
        self._refuse(self._points_line(self.massage, 15, self.ten_off))
        self._refuse(self._points_line(self.massage, 15))

    def test_points_amount_above_the_discount_is_refused(self):
        line = self._points_line(self.massage, 10, self.ten_off)
        self._refuse({**line, "points_amount": 20})

    def test_a_discount_beyond_the_points_is_the_cashiers_own(self):
        line = self._points_line(self.massage, 20, self.ten_off)
        order = self._sync(self._ticket([{**line, "points_amount": 10}]))
        self.assertEqual(order.amount_total, 130.0)
        self.assertEqual(self._get_balance(), 250 - 100 + 130)

    def test_negative_points_are_refused(self):
        line = self._line(self.massage, beauty_reward_id=self.ten_off.id)
        self._refuse({**line, "points_amount": -10})

    def test_points_that_are_no_number_are_refused(self):
        line = self._points_line(self.massage, 10, self.ten_off)
        ticket = self._ticket([{**line, "points_amount": float("nan")}])
        self._assert_refused(Exception, ticket)

    def test_a_reward_without_its_points_is_refused(self):
        self._refuse(self._line(self.massage, beauty_reward_id=self.ten_off.id))

    def test_points_on_a_sale_that_names_a_refund_are_refused(self):
        order = self._buy(self.massage)
        points = self._get_balance()
        line = self._points_line(self.massage, 10, self.ten_off)
        line["refunded_orderline_id"] = order.lines.id
        self._assert_refused(MembershipError, self._ticket([line]))
        self.assertEqual(self._get_balance(), points)

    def test_a_guest_spends_nothing(self):
        line = self._points_line(self.massage, 10, self.ten_off)
        self._refuse(line, partner=self.env["res.partner"])

    def test_points_of_another_member_are_refused(self):
        line = self._points_line(self.massage, 10, self.ten_off)
        self._refuse(line, partner=self.other_member)

    def test_points_on_a_package_are_refused(self):
        product = self.plan.product_tmpl_id.product_variant_id
        self._refuse(self._points_line(product, 10, self.ten_off))

    def test_points_on_a_tip_are_refused(self):
        self.config.tip_product_id = self.serum
        self._refuse(self._points_line(self.serum, 10, self.ten_off))

    def test_a_gift_of_another_product_is_refused(self):
        self._refuse(self._points_line(self.massage, 150, self.gift))

    def test_half_a_gift_is_refused(self):
        self._refuse(self._points_line(self.serum, 30, self.gift, qty=0.5))
        self._refuse(self._points_line(self.serum, 30, self.gift))

    def test_pending_points_are_refused(self):
        self.company.beauty_points_pending_days = 7
        self._give(500)
        line = self._points_line(self.massage, 30, self.ten_off)
        ticket = self._ticket([line])
        message = self._assert_refused(RedemptionRefused, ticket)
        self.assertIn("500 more are not available yet", message)
        with freeze_time(fields.Datetime.now() + timedelta(days=7)):
            self._sync(self._ticket([line]))
        self.assertEqual(self._get_balance(), 750 - 300 + 120)

    def test_expired_points_are_refused(self):
        after = self._get_points().date_expiry + timedelta(days=1)
        line = self._points_line(self.massage, 10, self.ten_off)
        with freeze_time(f"{after} 12:00:00"):
            self._refuse(line)

    def test_owed_points_are_not_spendable(self):
        self.member._claw_back_points(
            300, self.company, fields.Date.today(), "test:claw"
        )
        self._give(120)
        self.assertEqual(self._get_balance(), 70)
        line = self._points_line(self.massage, 10, self.ten_off)
        self._assert_refused(RedemptionRefused, self._ticket([line]))

    def test_a_gift_that_has_run_out_is_refused(self):
        self.gift.stock_limit = 1
        self._sync(self._ticket([self._points_line(self.serum, 60, self.gift)]))
        ticket = self._ticket([self._points_line(self.serum, 60, self.gift)])
        self.assertIn("0 left", self._assert_refused(RedemptionRefused, ticket))

    def test_limit_of_each_member_counts_what_came_back(self):
        self.gift.member_limit = 1
        line = self._points_line(self.serum, 60, self.gift)
        order = self._sync(self._ticket([line]))
        again = self._points_line(self.serum, 60, self.gift)
        self._assert_refused(RedemptionRefused, self._ticket([again]))
        self._refund(order)
        self._sync(self._ticket([again]))
        self.assertEqual(self._get_balance(), 190)

    def test_dates_and_tiers_of_a_reward_hold(self):
        today = fields.Date.today()
        line = self._points_line(self.massage, 10, self.ten_off)
        self.ten_off.date_start = today + timedelta(days=1)
        self._refuse(line)
        self.ten_off.write({"date_start": False, "date_end": "2020-01-01"})
        self._refuse(line)
        tier = self.env["beauty.tier"].create(
            {"name": "Gold", "company_id": self.company.id}
        )
        self.ten_off.write({"date_end": False, "tier_ids": tier.ids})
        self._refuse(line)

    def test_archived_rewards_are_refused(self):
        self.ten_off.active = False
        self._refuse(self._points_line(self.massage, 10, self.ten_off))

    def test_garbage_requests_are_refused(self):
        reward = self._create_reward("50 on the card", 10, kind="value", amount=50)
        for request in (
            "x",
            {"reward_id": reward.id},
            ["x"],
            [{"reward_id": "x"}],
            [{"reward_id": 999999999}],
            [{"reward_id": reward.id, "quantity": -1}],
            [{"reward_id": reward.id, "quantity": 1.5}],
            [{"reward_id": reward.id, "quantity": True}],
            [{"reward_id": reward.id, "quantity": 10**9}],
            [{"reward_id": self.ten_off.id}],
            [{"reward_id": reward.id, "quantity": 26}],
        ):
            with self.subTest(request=request):
                self._refuse(self._line(self.serum), reward_requests=request)

    def test_the_plan_of_a_reward_is_not_sold(self):
        reward = self._create_reward("50 on the card", 10, kind="value", amount=50)
        line = self._plan_line(reward.plan_id.with_context(active_test=False))
        self._assert_refused(GrantRefused, self._ticket([line]))

    def test_points_of_a_captured_line_are_final(self):
        line = self._points_line(self.massage, 10, self.ten_off)
        order = self._sync(self._ticket([line]))
        with self.assertRaises(UserError):
            order.lines.with_user(self.cashier).points_amount = 0


@tagged("post_install", "-at_install")
class TestRewardsGivenBack(PointsCommon):
    """What was spent comes back with the lot it came from."""

    def setUp(self):
        super().setUp()
        self._give(1000)

    def test_refund_gives_back_what_was_spent(self):
        lot = self._get_points()
        order = self._sync(
            self._ticket([self._points_line(self.massage, 20, self.ten_off)])
        )
        refund = self._refund(order)
        self.assertEqual(refund.amount_total, -130.0)
        self.assertEqual(refund.lines.points_amount, -20.0)
        self.assertEqual(self._get_points(), lot)
        self.assertEqual(lot.remaining, 1000)
        self._close()
        self._assert_ledger_holds()

    def test_parts_give_back_parts(self):
        line = self._points_line(self.massage, 20, self.ten_off, qty=3)
        order = self._sync(self._ticket([line]))
        balance = self._get_balance()
        for _i in range(3):
            self._refund(order, qty=1)
        self.assertEqual(balance, 1000 - 200 + 430)
        self.assertEqual(self._get_balance(), 1000)

    def test_what_expired_comes_back_for_some_days(self):
        lot = self._get_points()
        order = self._sync(
            self._ticket([self._points_line(self.massage, 20, self.ten_off)])
        )
        after = lot.date_expiry + timedelta(days=3)
        with freeze_time(f"{after} 12:00:00"):
            self.env["beauty.entitlement"]._expire_points()
            self._refund(order)
            back = self._get_points().filtered(lambda h: h.remaining > 0)
            self.assertEqual(back.remaining, 200)
            self.assertEqual(back.date_expiry, after + timedelta(days=7))

    def test_points_do_not_come_back_as_money(self):
        order = self._sync(
            self._ticket([self._points_line(self.massage, 20, self.ten_off)])
        )
        line = self._refund_lines(order.lines)[0]
        line.update(discount=0, price_subtotal=-125, price_subtotal_incl=-150)
        ticket = self._ticket([line])
        self._assert_refused(RedemptionRefused, ticket)

    def test_a_refund_in_the_back_office_gives_back_too(self):
        order = self._sync(
            self._ticket([self._points_line(self.massage, 20, self.ten_off)])
        )
        refund = self.env["pos.order"].browse(order.refund()["res_id"])
        refund.add_payment(
            {
                "pos_order_id": refund.id,
                "payment_method_id": self.cash.id,
                "amount": refund.amount_total,
            }
        )
        refund.action_pos_order_paid()
        self.assertEqual(self._get_balance(), 1000)


@tagged("post_install", "-at_install")
class TestPointsExpire(PointsCommon):
    """What is over goes at night; what will be is told before."""

    def test_expired_lots_are_emptied_once(self):
        self._give(100)
        lot = self._get_points()
        Entitlement = self.env["beauty.entitlement"]
        with freeze_time(f"{lot.date_expiry} 12:00:00"):
            Entitlement._expire_points()
            self.assertEqual(lot.remaining, 100)
        after = lot.date_expiry + timedelta(days=1)
        with freeze_time(f"{after} 12:00:00"):
            Entitlement._expire_points()
            Entitlement._expire_points()
        self.assertEqual(lot.remaining, 0)
        self.assertEqual(sorted(lot.entry_ids.mapped("movement")), ["expire", "grant"])
        self._assert_ledger_holds()

    def test_reminder_lists_what_expires_soon(self):
        self._give(100)
        lot = self._get_points()
        soon = lot.date_expiry - timedelta(days=10)
        Entitlement = self.env["beauty.entitlement"]
        with freeze_time(f"{soon} 12:00:00"):
            rows = Entitlement._get_expiring_points(10)
            mine = [row for row in rows if row[0] == self.member]
            self.assertEqual(mine, [(self.member, self.company, lot.date_expiry, 100)])
            rows = Entitlement._get_expiring_points(9)
            self.assertNotIn(self.member, [row[0] for row in rows])


@tagged("post_install", "-at_install")
class TestRewardForm(PointsCommon):
    """What a manager cannot save, in words."""

    def _refuse(self, **values):
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self._create_reward("Wrong", values.pop("points", 10), **values)
            self.env.flush_all()

    def test_incomplete_rewards_are_refused(self):
        self._refuse(amount=0)
        self._refuse(kind="value")
        self._refuse(kind="product")
        self._refuse(
            kind="product",
            product_id=self.plan.product_tmpl_id.product_variant_id.id,
        )
        self._refuse(amount=5, date_start="2027-02-01", date_end="2027-01-31")

    def test_a_product_out_of_stock_is_no_reward(self):
        cream = self.env["product.product"].create(
            {"name": "Cream", "is_storable": True, "available_in_pos": True}
        )
        self._refuse(kind="product", product_id=cream.id)
        stock = self.env["stock.warehouse"].search(
            [("company_id", "=", self.company.id)], limit=1
        )
        self.env["stock.quant"]._update_available_quantity(cream, stock.lot_stock_id, 1)
        self.assertTrue(
            self._create_reward("Cream", 9, kind="product", product_id=cream.id)
        )

    def test_a_taken_reward_is_archived_not_deleted(self):
        self._give(100)
        line = self._points_line(self.massage, 10, self.ten_off)
        self._sync(self._ticket([line]))
        self.assertEqual(self.ten_off.taken_count, 1)
        with self.assertRaises(UserError):
            self.ten_off.unlink()

    def test_the_till_loads_the_catalogue(self):
        session = self.session.with_user(self.cashier)
        rows = session.load_data(["beauty.reward"])["beauty.reward"]
        row = next(row for row in rows if row["id"] == self.gift.id)
        self.assertEqual((row["points"], row["can_keep"]), (60, False))
