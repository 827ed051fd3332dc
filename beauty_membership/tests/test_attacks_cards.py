# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from ..exceptions import (
    AuthorityRefused,
    ConfirmationRefused,
    MembershipError,
    RedemptionRefused,
)
from .common_authority import AuthorityCommon
from .common_confirmation import ConfirmationCommon
from .common_points import PointsCommon
from .common_value import ValueCommon


@tagged("post_install", "-at_install")
class TestAttackValue(ValueCommon):
    """Stored value does not come back twice, and a gift never becomes money."""

    def _refund_line(self, order, **values):
        (line,) = self._refund_lines(order.lines)
        return {**line, "bonus_amount": -order.lines.bonus_amount, **values}

    def _refund_ticket(self, order, tender=100, **values):
        line = self._refund_line(order, **values)
        rest = line["price_subtotal_incl"] + tender
        payments = [(self.prepaid, -tender), (self.cash, rest)]
        return self._ticket([line], payments=payments)

    def test_sale_that_names_a_refunded_line_is_refused(self):
        self._recharge()
        order = self._spend()
        sale = self._line(self.serum, refunded_orderline_id=order.lines.id)
        self._assert_refused(MembershipError, self._ticket([sale]))

    def test_line_added_to_a_captured_ticket_opens_no_second_refund(self):
        contract = self._recharge()
        order = self._spend()
        other = self._sync(self._ticket([self._line(self.serum)]))
        self._sync(self._refund_ticket(order))
        self._assert_left(contract, 1000, 200)
        self.env["pos.order.line"].with_user(self.cashier).create(
            {
                **self._line(self.serum, 0),
                "order_id": other.id,
                "refunded_orderline_id": order.lines.id,
            }
        )
        self._assert_refused(RedemptionRefused, self._refund_ticket(order))
        self._assert_left(contract, 1000, 200)
        self._assert_ledger_holds()

    def test_bonus_is_not_refunded_in_money(self):
        contract = self._recharge()
        order = self._spend()
        line = self._line(self.facial, qty=-1)
        ticket = self._refund_ticket(
            order,
            discount=0,
            price_subtotal=line["price_subtotal"],
            price_subtotal_incl=line["price_subtotal_incl"],
        )
        self._assert_refused(RedemptionRefused, ticket)
        self._assert_left(contract, 900, 180)

    def test_nobody_reads_the_code_in_the_mail_that_waits(self):
        plan = self._create_recharge("Gift", 100, gift=0, is_gift_card=True)
        gift = self._recharge(self.env["res.partner"], plan)
        gift._send_gift("friend@example.com")
        mail = self.env["mail.mail"].sudo().search([], limit=1)
        self.assertIn(gift.claim_code_text, mail.body_html)
        Message = self.env["mail.message"].with_user(self.cashier)
        read = Message.search([("id", "=", mail.mail_message_id.id)])
        self.assertFalse(read, read.mapped("body"))

    def test_other_registers_mail_no_gift_card(self):
        self._close()
        Contract = self.env["beauty.contract"].with_user(self.cashier)
        with self.assertRaises(MembershipError):
            Contract.send_gift(0, {"email": "me@example.com"}, self.config.id)


@tagged("post_install", "-at_install")
class TestAttackPoints(PointsCommon):
    """Points that were earned go with the goods they were earned on."""

    def test_line_added_to_a_captured_ticket_keeps_no_points(self):
        order = self._buy()
        other = self._buy(partner=self.other_member)
        self.assertEqual(self._get_balance(), 60)
        self.env["pos.order.line"].with_user(self.cashier).create(
            {
                **self._line(self.serum, 0),
                "order_id": other.id,
                "refunded_orderline_id": order.lines.id,
            }
        )
        self._refund(order)
        self.assertEqual(self._get_balance(), 0)

    def test_numbers_of_a_request_are_whole(self):
        self._give(10**4)
        value = self._create_reward("Value", 10, kind="value", amount=5)
        for quantity in (-1, 0, 1.5, "1", True, 10**9, None):
            requests = [{"reward_id": value.id, "quantity": quantity}]
            ticket = self._ticket([self._line(self.serum)], reward_requests=requests)
            self._assert_refused(RedemptionRefused, ticket)

    def test_points_of_no_number_are_refused(self):
        self._give(10**4)
        for amount in (-10, 10**9):
            line = self._line(self.serum, points_amount=amount)
            self._assert_refused(RedemptionRefused, self._ticket([line]))

    def test_reward_of_another_company_is_refused(self):
        self._give(10**4)
        company = self.env["res.company"].create({"name": "Other"})
        self.ten_off.copy({"company_id": company.id})
        foreign = self.env["beauty.reward"].create(
            {
                "name": "Cheap",
                "points": 1,
                "amount": 10,
                "kind": "discount",
                "company_id": company.id,
            }
        )
        line = self._points_line(self.serum, 10, foreign)
        self._assert_refused(RedemptionRefused, self._ticket([line]))


@tagged("post_install", "-at_install")
class TestAttackAuthority(AuthorityCommon):
    """No name on a line hides what it gives away."""

    def _combo(self):
        combo = self.env["product.combo"].create(
            {
                "name": "Drink",
                "combo_item_ids": [Command.create({"product_id": self.serum.id})],
            }
        )
        return self.env["product.product"].create(
            {
                "name": "Set",
                "type": "combo",
                "list_price": 80,
                "available_in_pos": True,
                "combo_ids": [Command.set(combo.ids)],
                "taxes_id": [Command.set(self.vat.ids)],
            }
        )

    def test_refunded_line_hides_no_price(self):
        order = self._sync(self._ticket([self._line(self.serum)]))
        self._sync(self._ticket(self._refund_lines(order.lines)))
        refund = order.lines.refund_orderline_ids
        line = self._line(
            self.facial, 1, price_type="manual", refunded_orderline_id=refund.id
        )
        self._assert_refused(AuthorityRefused, self._ticket([line]))

    def test_no_service_is_part_of_a_product_that_is_no_combo(self):
        parent = self._line(self.serum)
        child = self._line(self.facial, 1, price_type="manual")
        ticket = self._ticket([parent, child], state="draft")
        order = self._sync(ticket)
        order.lines[1].combo_parent_id = order.lines[0]
        with self.assertRaises(AuthorityRefused):
            order.with_user(self.cashier).action_pos_order_paid()

    def test_choice_of_a_combo_needs_no_approval(self):
        product = self._combo()
        lines = [self._line(product, 0), self._line(self.serum, 80)]
        order = self._sync(self._ticket(lines, state="draft"))
        order.lines[1].write(
            {
                "combo_parent_id": order.lines[0].id,
                "combo_item_id": product.combo_ids.combo_item_ids.id,
            }
        )
        order.with_user(self.cashier).action_pos_order_paid()
        self.assertEqual(order.state, "paid")

    def test_more_choices_than_the_combo_has_are_refused(self):
        product = self._combo()
        lines = [
            self._line(product, 0),
            self._line(self.serum, 16, qty=5, price_type="manual"),
        ]
        order = self._sync(self._ticket(lines, state="draft"))
        order.lines[1].write(
            {
                "combo_parent_id": order.lines[0].id,
                "combo_item_id": product.combo_ids.combo_item_ids.id,
            }
        )
        with self.assertRaises(AuthorityRefused):
            order.with_user(self.cashier).action_pos_order_paid()

    def test_approval_from_afar_is_for_the_money_shown(self):
        ticket = self._discounted(50)
        asked = self.Approval.with_user(self.cashier).request(
            {
                "order_uuid": ticket["uuid"],
                "excess": {"discount": 10**6},
                "amount": 1.0,
                "description": "1 off a facial",
            },
            "She waited",
            self.config.id,
        )
        approval = self.Approval.browse(asked["approval_id"])
        approval.action_approve()
        ticket["membership_approval"] = {"approval_id": approval.id}
        self._assert_refused(AuthorityRefused, ticket)
        self.assertEqual(approval.amount, 1)


@tagged("post_install", "-at_install")
class TestAttackConfirmation(ConfirmationCommon):
    """Her PIN opens her card, nobody else's does."""

    def test_friend_confirms_no_use_of_another_member(self):
        self._sell("pin")
        friend = self.other_member
        self.addCleanup(self._forget_tries, f"member:{friend.id}")
        self.env["res.partner"].with_user(self.cashier).set_member_pin(
            friend.id, "1357", self.config.id
        )
        line = self._use_line(self.holding, beneficiary_id=self.member.id)
        ticket = self._ticket(
            [line],
            friend,
            membership_confirmation={"method": "pin", "value": "1357"},
        )
        self._assert_refused(ConfirmationRefused, ticket)

    def test_link_to_a_statement_is_for_who_reads_the_ledger(self):
        for groups in ("base.group_user", "beauty_membership.group_technician"):
            user = new_test_user(
                self.env,
                f"curious_{groups[-4:]}",
                groups=groups,
                company_id=self.company.id,
                company_ids=[Command.set(self.company.ids)],
            )
            with self.assertRaises(AccessError):
                self.member.with_user(user).action_open_statement()
        action = self.member.with_user(self.cashier).action_open_statement()
        self.assertIn("/member/statement/", action["url"])
