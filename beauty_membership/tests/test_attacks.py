# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo import Command, fields
from odoo.exceptions import UserError
from odoo.tests import tagged

from ..exceptions import MembershipError
from .common_attack import AttackCommon


@tagged("post_install", "-at_install")
class TestAttackOnTickets(AttackCommon):
    """Forged tickets: nothing is used or sold past the settlement."""

    def test_state_from_the_context_is_dropped(self):
        ticket = self._ticket([self._use_line(self.holding)])
        del ticket["state"]
        order = self.Order.with_context(default_state="paid").create(ticket)
        self.assertEqual((order.state, self.holding.remaining), ("draft", 10))

    def test_settlement_mark_from_the_context_is_dropped(self):
        ticket = self._ticket([self._use_line(self.holding)])
        context = {"default_membership_settled_on": "2026-01-01 00:00:00"}
        self.Order.with_context(**context).sync_from_ui([ticket])
        self.assertEqual(self.holding.remaining, 9)

    def test_context_defaults_do_not_reach_the_ledger(self):
        context = {"default_is_debt": True, "default_share": 50.0}
        ticket = self._ticket([self._plan_line(seller_id=self.technician.id)])
        self.Order.with_context(**context).sync_from_ui([ticket])
        order = self.env["pos.order"].search([("uuid", "=", ticket["uuid"])])
        self.assertFalse(self._get_contracts(order).entitlement_ids.is_debt)
        share = self.env["beauty.performance"].search(
            [("pos_order_line_id", "=", order.lines.id)]
        )
        self.assertEqual(share.amount, 960.0)

    def test_member_swapped_while_becoming_paid_is_refused(self):
        order = self._draft([self._use_line(self.holding)])
        with self._refused(MembershipError):
            order.write({"state": "paid", "partner_id": self.other_member.id})
        self.assertEqual(self.holding.remaining, 10)

    def test_use_added_while_becoming_paid_is_settled_or_refused(self):
        order = self._draft([self._line(self.serum)])
        line = Command.create(self._use_line(self.holding))
        with self._refused():
            order.write({"state": "paid", "lines": [line]})

    def test_state_cannot_be_emptied(self):
        order = self._use(self.holding).with_user(self.cashier)
        with self._refused():
            order.write({"state": False})

    def test_fiscal_position_of_a_captured_ticket_is_final(self):
        position = self.env["account.fiscal.position"].create({"name": "Export"})
        order = self._use(self.holding).with_user(self.cashier)
        with self._refused(MembershipError):
            order.write({"fiscal_position_id": position.id})

    def test_invoice_of_a_captured_ticket_is_not_set_by_hand(self):
        order = self._use(self.holding).with_user(self.cashier)
        move = self.env["account.move"].create({"move_type": "out_invoice"})
        with self._refused():
            order.write({"account_move": move.id})

    def test_register_of_another_shop_is_refused(self):
        far = self.env["beauty.shop"].create({"name": "Far"})
        other = self._create_config("Far desk")
        other.beauty_shop_id = far
        plan = self._create_plan("Far only", shop_ids=[Command.set(far.ids)])
        holding = self._sell_plan(plan).entitlement_ids
        ticket = self._ticket([self._use_line(holding)], config_id=other.id)
        self._assert_refused(MembershipError, ticket)

    def test_plan_of_another_company_is_refused(self):
        other = self.setup_other_company()["company"]
        self.env.user.company_ids |= other
        self.env.flush_all()
        plan = self._create_plan("Abroad")
        plan.product_tmpl_id.sudo().company_id = False
        self.env.cr.execute(
            "UPDATE beauty_plan SET company_id = %s WHERE id = %s", [other.id, plan.id]
        )
        self.env.invalidate_all()
        self._assert_refused(MembershipError, self._ticket([self._plan_line(plan)]))

    def test_archived_plan_that_took_money_is_stored(self):
        ticket = self._ticket([self._plan_line()])
        self.plan.active = False
        self.assertEqual(self._get_contracts(self._sync(ticket)).price_total, 960)

    def test_plan_at_a_negative_price_is_refused(self):
        ticket = self._ticket([self._plan_line(price=-960)])
        self._assert_refused(MembershipError, ticket)

    def test_odd_numbers_are_refused(self):
        bad = [("qty", number) for number in (10**9, 0, -1, 1.5)]
        bad += [("price_unit", float("nan")), ("discount", float("nan"))]
        for name, number in bad:
            for line in (self._plan_line(), self._use_line(self.holding)):
                with self.subTest(name=name, number=number):
                    ticket = self._ticket([line])
                    line[name] = number
                    self._assert_refused(UserError, ticket)

    def test_refund_of_a_plan_line_as_goods_is_refused(self):
        line = self._refund_lines(self.contract.pos_order_line_id)[0]
        line["product_id"] = self.serum.id
        self._assert_refused(
            MembershipError, self._ticket([line], payments=[(self.cash, -960.0)])
        )

    def test_refund_of_an_assigned_plan_needs_its_member(self):
        ticket = self._ticket([self._plan_line()])
        ticket["partner_id"] = False
        contract = self._get_contracts(self._sync(ticket))
        contract.action_assign(self.member.id)
        lines = self._refund_lines(contract.pos_order_line_id)
        ticket = self._ticket(lines, self.other_member, [(self.cash, -960.0)])
        self._assert_refused(MembershipError, ticket)

    def test_two_refunds_of_one_use_on_one_ticket_are_refused(self):
        order = self._use(self.holding)
        lines = [*self._refund_lines(order.lines), *self._refund_lines(order.lines)]
        self._assert_refused(
            MembershipError, self._ticket(lines, payments=[(self.prepaid, -192.0)])
        )

    def test_plan_line_of_another_ticket_is_refused(self):
        uuid = self.contract.pos_order_line_id.uuid
        line = self._use_line(self.holding, entitlement_id=False, plan_line_uuid=uuid)
        self._assert_refused(MembershipError, self._ticket([line]))

    def test_plan_of_a_refund_line_is_refused(self):
        refund = self._refund_lines(self.contract.pos_order_line_id)[0]
        use = self._use_line(
            self.holding, entitlement_id=False, plan_line_uuid=refund["uuid"]
        )
        ticket = self._ticket(
            [refund, use], payments=[(self.cash, -960.0), (self.prepaid, 96.0)]
        )
        self._assert_refused(MembershipError, ticket)

    def test_expired_use_dated_long_ago_is_refused(self):
        last = self.holding.date_expiry
        with freeze_time(fields.Date.add(last, days=5)):
            ticket = self._ticket([self._use_line(self.holding)])
            ticket["date_order"] = f"{fields.Date.add(last, days=-20)} 10:00:00"
            self._assert_refused(MembershipError, ticket)
