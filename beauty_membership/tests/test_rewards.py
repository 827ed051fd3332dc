# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).


from odoo.tests import tagged

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
        self.assertEqual(rows, [("spend", 200, 930), ("earn", 130, 930)])
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
