# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo.tests import tagged

from ..exceptions import GrantRefused, MembershipError, RedemptionRefused
from .common import BeautyMembershipCommon


@tagged("post_install", "-at_install")
class TestSettlement(BeautyMembershipCommon):
    """Selling a plan and using it, as the till of a receptionist does."""

    def test_sell_plan_grants_ten_sessions(self):
        contract = self._sell_plan()
        self.assertRecordValues(
            contract,
            [
                {
                    "partner_id": self.member.id,
                    "state": "active",
                    "price_total": 960.0,
                    "amount_due": 0.0,
                    "shop_id": self.shop.id,
                }
            ],
        )
        self.assertRecordValues(
            contract.entitlement_ids,
            [
                {
                    "remaining": 10,
                    "amount_remaining": 960.0,
                    "unit_amount": 96.0,
                    "list_price": 120.0,
                }
            ],
        )

    def test_use_session_moves_units_and_value(self):
        holding = self._sell_plan().entitlement_ids
        order = self._use(holding)
        self.assertEqual(order.state, "paid")
        self.assertEqual(order.amount_total, 96.0)
        self.assertEqual((holding.remaining, holding.amount_remaining), (9, 864.0))
        entry = holding.entry_ids.filtered(lambda e: e.movement == "redeem")
        self.assertEqual(entry.pos_payment_id, order.payment_ids)
        self.assertEqual(order.membership_summary[0]["remaining"], 9)

    def test_use_writes_log_and_performance(self):
        holding = self._sell_plan().entitlement_ids
        order = self._use(holding)
        log = self.env["beauty.service.log"].search(
            [("pos_order_line_id", "=", order.lines.id)]
        )
        self.assertRecordValues(
            log,
            [
                {
                    "partner_id": self.member.id,
                    "technician_id": self.technician.id,
                    "product_id": self.facial.id,
                    "amount": 80.0,
                }
            ],
        )
        self.assertEqual(log.performance_ids.amount, 80.0)

    def test_last_unit_takes_the_rest(self):
        plan = self._create_plan("Odd ten", 833.33)
        holding = self._sell_plan(plan).entitlement_ids
        for _i in range(9):
            self.assertEqual(self._use(holding).amount_total, 83.33)
        self.assertEqual(holding.amount_remaining, 83.36)
        self.assertEqual(self._use(holding).amount_total, 83.36)
        self.assertEqual((holding.remaining, holding.amount_remaining), (0, 0.0))

    def test_price_is_split_by_stand_alone_price(self):
        facial = self._create_service("Small facial", 100)
        plan = self._create_plan("Mixed", 800, [(facial, 8), (self.massage, 2)])
        holdings = self._sell_plan(plan).entitlement_ids
        self.assertEqual(sorted(holdings.mapped("amount")), [218.18, 581.82])

    def test_mixed_ticket_sells_uses_and_takes_cash(self):
        plan_line = self._plan_line()
        use = self._line(
            self.facial,
            96,
            plan_line_uuid=plan_line["uuid"],
            technician_id=self.technician.id,
        )
        ticket = self._ticket([self._line(self.serum), plan_line, use])
        order = self._sync(ticket)
        holding = self._get_contracts(order).entitlement_ids
        self.assertEqual((holding.remaining, holding.amount_remaining), (9, 864.0))
        self.assertEqual(order.lines[2].entitlement_id, holding)
        self.assertEqual(order.amount_total, 60 + 960 + 96)

    def test_quantity_three_makes_three_contracts(self):
        order = self._sync(self._ticket([self._plan_line(qty=3)]))
        contracts = self._get_contracts(order)
        self.assertEqual(len(contracts), 3)
        self.assertEqual(set(contracts.mapped("price_total")), {960.0})

    def test_half_a_plan_is_refused(self):
        self._assert_refused(GrantRefused, self._ticket([self._plan_line(qty=0.5)]))

    def test_beneficiary_is_logged(self):
        holding = self._sell_plan().entitlement_ids
        line = self._use_line(holding, beneficiary_id=self.other_member.id)
        order = self._sync(self._ticket([line]))
        log = self.env["beauty.service.log"].search(
            [("pos_order_line_id", "=", order.lines.id)]
        )
        self.assertEqual(log.partner_id, self.other_member)

    def test_replayed_ticket_changes_nothing(self):
        holding = self._sell_plan().entitlement_ids
        ticket = self._ticket([self._use_line(holding)])
        self._sync({**ticket})
        before = self._count_rows()
        self._sync({**ticket})
        self.assertEqual(self._count_rows(), before)
        self.assertEqual(holding.remaining, 9)

    def test_vanished_customer_makes_draft_contract(self):
        ticket = self._ticket([self._plan_line()], partner_id=0)
        ticket["partner_id"] = 999999999
        contract = self._get_contracts(self._sync(ticket))
        self.assertEqual(contract.state, "draft")
        contract.action_assign(self.member.id)
        self.assertEqual(contract.state, "active")
        self.assertEqual(contract.entry_ids.partner_id, self.member)
        self._use(contract.entitlement_ids)
        self._assert_ledger_holds()

    def test_seller_gets_the_sale(self):
        line = self._plan_line(seller_id=self.manager_employee.id)
        order = self._sync(self._ticket([line]))
        row = self.env["beauty.performance"].search(
            [("pos_order_line_id", "=", order.lines.id)]
        )
        self.assertEqual((row.role, row.kind, row.amount), ("seller", "sale", 960.0))

    def test_total_sent_by_the_till_is_not_believed(self):
        ticket = self._ticket([self._plan_line()], payments=[(self.cash, 1.0)])
        ticket["amount_total"] = 1.0
        self._assert_refused(MembershipError, ticket)


@tagged("post_install", "-at_install")
class TestRefusals(BeautyMembershipCommon):
    """What the server refuses; each refusal stores nothing."""

    def setUp(self):
        super().setUp()
        self.contract = self._sell_plan()
        self.holding = self.contract.entitlement_ids

    def _refuse_use(self, **values):
        line = self._use_line(self.holding, **values)
        return self._assert_refused(RedemptionRefused, self._ticket([line]))

    def test_use_of_another_member_is_refused(self):
        ticket = self._ticket([self._use_line(self.holding)], self.other_member)
        self._assert_refused(RedemptionRefused, ticket)

    def test_use_without_customer_is_refused(self):
        ticket = self._ticket([self._use_line(self.holding)], self.env["res.partner"])
        self._assert_refused(RedemptionRefused, ticket)

    def test_wrong_price_is_refused(self):
        self._refuse_use(price=10)

    def test_negative_quantity_is_refused(self):
        self._refuse_use(units=-1)

    def test_hundred_sessions_are_refused(self):
        message = self._refuse_use(units=100)
        self.assertIn("10", message)

    def test_half_a_session_is_refused(self):
        self._refuse_use(units=0.5)

    def test_other_service_is_refused(self):
        line = self._use_line(self.holding)
        line["product_id"] = self.massage.id
        self._assert_refused(RedemptionRefused, self._ticket([line]))

    def test_other_taxes_are_refused(self):
        line = {**self._use_line(self.holding), "tax_ids": []}
        self._assert_refused(RedemptionRefused, self._ticket([line]))

    def test_discounted_use_is_refused(self):
        line = self._use_line(self.holding, price=192, discount=50)
        line["price_subtotal_incl"] = 96.0
        self._assert_refused(RedemptionRefused, self._ticket([line]))

    def test_use_paid_in_cash_is_refused(self):
        line = self._use_line(self.holding)
        ticket = self._ticket([line], payments=[(self.cash, 96.0)])
        self._assert_refused(RedemptionRefused, ticket)

    def test_prepaid_for_goods_is_refused(self):
        ticket = self._ticket([self._line(self.serum)], payments=[(self.prepaid, 60.0)])
        self._assert_refused(RedemptionRefused, ticket)

    def test_used_up_holding_is_refused(self):
        for _i in range(10):
            self._use(self.holding)
        line = self._line(self.facial, 0, entitlement_id=self.holding.id)
        self._assert_refused(RedemptionRefused, self._ticket([line]))

    def test_frozen_contract_is_refused(self):
        self.contract.sudo().state = "frozen"
        self._refuse_use()

    def test_expiry_day_is_the_last_day_of_use(self):
        last = self.holding.date_expiry
        with freeze_time(f"{last} 12:00:00"):
            self._use(self.holding)
        with freeze_time(f"{last} 12:00:00") as clock:
            clock.tick(86400)
            self._refuse_use()

    def test_two_lines_share_what_is_left(self):
        for _i in range(9):
            self._use(self.holding)
        lines = [self._use_line(self.holding), self._use_line(self.holding)]
        self._assert_refused(RedemptionRefused, self._ticket(lines))

    def test_not_fully_paid_is_refused(self):
        line = self._use_line(self.holding)
        ticket = self._ticket(
            [line, self._line(self.serum)], payments=[(self.prepaid, 96.0)]
        )
        self._assert_refused(MembershipError, ticket)
