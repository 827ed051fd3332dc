# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..exceptions import MembershipError, SettledOrderError
from .common import BeautyMembershipCommon


@tagged("post_install", "-at_install")
class TestDoors(BeautyMembershipCommon):
    """Every other way to a paid ticket leads through the settlement too."""

    def setUp(self):
        super().setUp()
        self.contract = self._sell_plan()
        self.holding = self.contract.entitlement_ids

    def _draft_use(self, **values):
        ticket = self._ticket([self._use_line(self.holding)], state="draft", **values)
        return self._sync(ticket)

    def test_draft_captures_nothing(self):
        self._draft_use()
        self.assertEqual(self.holding.remaining, 10)

    def test_write_of_the_state_settles(self):
        order = self._draft_use()
        order.with_user(self.cashier).write({"state": "paid"})
        self.assertEqual(self.holding.remaining, 9)

    def test_write_of_the_state_of_an_unpaid_use_is_refused(self):
        order = self._draft_use(payments=[])
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            order.with_user(self.cashier).write({"state": "paid"})
        self.assertEqual(self.holding.remaining, 10)

    def test_create_as_paid_settles(self):
        ticket = self._ticket([self._use_line(self.holding)])
        order = self.env["pos.order"].with_user(self.cashier).create(ticket)
        self.assertEqual((order.state, self.holding.remaining), ("paid", 9))

    def test_create_as_paid_with_a_forged_holding_is_refused(self):
        line = self._use_line(self.holding, price=1)
        before = self._count_rows()
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            self.env["pos.order"].with_user(self.cashier).create(self._ticket([line]))
        self.assertEqual(self._count_rows(), before)

    def test_payment_wizard_settles(self):
        order = self._draft_use(payments=[])
        wizard = self.env["pos.make.payment"].with_context(active_id=order.id)
        wizard.create(
            {"amount": order.amount_total, "payment_method_id": self.prepaid.id}
        ).check()
        self.assertEqual((order.state, self.holding.remaining), ("paid", 9))

    def test_action_paid_settles(self):
        order = self._draft_use()
        order.with_user(self.cashier).action_pos_order_paid()
        self.assertEqual((order.state, self.holding.remaining), ("paid", 9))

    def test_server_fields_from_the_till_are_dropped(self):
        ticket = self._ticket(
            [self._use_line(self.holding)],
            membership_settled_on="2026-01-01 00:00:00",
            membership_summary=[],
        )
        self._sync(ticket)
        self.assertEqual(self.holding.remaining, 9)

    def test_captured_lines_are_final(self):
        line = self._use(self.holding).lines.with_user(self.cashier)
        for values in (
            {"price_unit": 1},
            {"qty": 2},
            {"entitlement_id": False},
            {"product_id": self.massage.id},
            {"beneficiary_id": self.other_member.id},
        ):
            with self.assertRaises(SettledOrderError), self.env.cr.savepoint():
                line.write(values)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            line.unlink()

    def test_captured_payments_are_final(self):
        order = self._use(self.holding)
        payment = order.payment_ids.with_user(self.cashier)
        with self.assertRaises(SettledOrderError), self.env.cr.savepoint():
            payment.write({"payment_method_id": self.cash.id})
        with self.assertRaises(SettledOrderError), self.env.cr.savepoint():
            payment.write({"amount": 1})
        with self.assertRaises(SettledOrderError), self.env.cr.savepoint():
            payment.unlink()

    def test_captured_ticket_keeps_its_member(self):
        order = self._use(self.holding).with_user(self.cashier)
        with self.assertRaises(SettledOrderError), self.env.cr.savepoint():
            order.partner_id = self.other_member
        order.partner_id = self.member

    def test_use_added_to_a_paid_ticket_is_refused(self):
        order = self._sync(self._ticket([self._line(self.serum)]))
        with self.assertRaises(SettledOrderError), self.env.cr.savepoint():
            order.with_user(self.cashier).write(
                {"lines": [Command.create(self._use_line(self.holding))]}
            )

    def test_prepayment_added_to_a_paid_ticket_is_refused(self):
        order = self._sync(self._ticket([self._line(self.serum)]))
        with self.assertRaises(SettledOrderError), self.env.cr.savepoint():
            order.with_user(self.cashier).add_payment(
                {
                    "pos_order_id": order.id,
                    "payment_method_id": self.prepaid.id,
                    "amount": 60,
                }
            )

    @mute_logger("odoo.addons.point_of_sale.models.pos_order")
    def test_order_of_a_closed_session_goes_to_the_open_one(self):
        ticket = self._ticket([self._use_line(self.holding)])
        self._close()
        with self.assertRaises(UserError), self.env.cr.savepoint():
            self._sync({**ticket})
        session = self._open_session(self.config)
        order = self._sync({**ticket})
        self.assertEqual((order.session_id, self.holding.remaining), (session, 9))

    def test_customer_merged_meanwhile_is_found(self):
        ticket = self._ticket([self._use_line(self.holding)])
        wizard = self.env["base.partner.merge.automatic.wizard"].create({})
        wizard._merge([self.member.id, self.other_member.id], self.other_member)
        self.env.invalidate_all()
        order = self._sync(ticket)
        self.assertEqual(order.partner_id, self.other_member)
        self.assertEqual(self.holding.remaining, 9)

    def test_archived_customer_still_uses(self):
        ticket = self._ticket([self._use_line(self.holding)])
        self.member.active = False
        self._sync(ticket)
        self.assertEqual(self.holding.remaining, 9)

    def test_manual_item_on_the_liability_is_refused(self):
        move = self.env["account.move"].create(
            {
                "line_ids": [
                    Command.create({"account_id": account.id, "balance": balance})
                    for account, balance in (
                        (self.liability, 10),
                        (self.company_data["default_account_revenue"], -10),
                    )
                ]
            }
        )
        with self.assertRaises(MembershipError):
            move.action_post()

    def test_closing_entry_cannot_be_reset(self):
        move = self._close().move_id
        with self.assertRaises(MembershipError):
            move.button_draft()
