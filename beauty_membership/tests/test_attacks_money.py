# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import UserError
from odoo.tests import tagged

from ..exceptions import MembershipError
from .common_attack import AttackCommon


@tagged("post_install", "-at_install")
class TestAttackOnMoney(AttackCommon):
    """Money that leaves again, taxes that vanish, books that differ."""

    def test_payment_of_a_sold_plan_stays(self):
        payment = self.contract.pos_order_id.payment_ids.with_user(self.cashier)
        for attack in (
            lambda: payment.write({"amount": 1.0}),
            lambda: payment.unlink(),
            lambda: payment.copy({"amount": -960.0}),
            lambda: payment.pos_order_id.add_payment(
                {
                    "pos_order_id": payment.pos_order_id.id,
                    "payment_method_id": self.cash.id,
                    "amount": -960.0,
                }
            ),
        ):
            with self._refused():
                attack()

    def test_tender_of_a_sold_plan_changes_at_the_same_amount(self):
        order = self.contract.pos_order_id.with_user(self.cashier)
        old = order.payment_ids
        new = {"payment_method_id": self.cash.id, "amount": 960.0}
        order.write({"payment_ids": [Command.delete(old.id), Command.create(new)]})
        self.assertEqual(order.payment_ids.amount, 960.0)
        new["amount"] = 1.0
        commands = [Command.delete(order.payment_ids.id), Command.create(new)]
        with self._refused():
            order.write({"payment_ids": commands})

    def test_payment_is_not_moved_to_another_ticket(self):
        payment = self.contract.pos_order_id.payment_ids.with_user(self.cashier)
        order = self._draft([self._line(self.serum)], payments=[])
        with self._refused():
            payment.write({"pos_order_id": order.id})

    def test_change_beyond_the_price_is_refused(self):
        ticket = self._ticket([self._plan_line()], amount_return=-960.0)
        self._assert_refused(UserError, ticket)

    def test_sale_taxes_of_a_plan_cannot_be_dropped(self):
        plan = self._create_plan("S", tax_point="sale")
        line = {**self._plan_line(plan), "tax_ids": [Command.clear()]}
        self._assert_taxed(self._sync(self._ticket([line])))

    def _assert_taxed(self, order):
        """The plan is sold with its taxes, whatever the till sent."""
        self.assertEqual(order.amount_tax, 160.0)
        self.assertEqual(self._get_contracts(order).entitlement_ids.amount, 800.0)
        self._close()
        self._assert_ledger_holds()

    def test_tax_amounts_of_a_plan_cannot_be_forged(self):
        plan = self._create_plan("S", tax_point="sale")
        line = self._plan_line(plan, extra_tax_data=self._forge_no_tax(960.0))
        self._assert_taxed(self._sync(self._ticket([line])))

    def test_tax_amounts_of_a_use_cannot_be_forged(self):
        line = self._use_line(self.holding, extra_tax_data=self._forge_no_tax(96.0))
        self._assert_refused(MembershipError, self._ticket([line]))

    def _forge_no_tax(self, price):
        amounts = {"tax_amount_currency": 0.0, "base_amount_currency": price}
        return {
            "currency_id": self.company.currency_id.id,
            "price_unit": price,
            "discount": 0.0,
            "quantity": 1.0,
            "rate": 1.0,
            "manual_total_excluded_currency": price,
            "manual_tax_amounts": {str(self.vat.id): amounts},
        }

    def test_use_and_dearer_give_back_on_one_ticket_tie_out(self):
        holding = self._sell_plan(
            self._create_plan("Massages", 1300, [(self.massage, 10)])
        ).entitlement_ids
        old = self._use(self.holding)
        lines = [*self._refund_lines(old.lines), self._use_line(holding)]
        self._sync(self._ticket(lines, payments=[(self.prepaid, 34.0)]))
        self._close()
        self.assertFalse(
            self.holding.entry_ids.filtered(lambda e: e.booking == "transit")
        )
        self._assert_ledger_holds()

    def test_posted_items_do_not_move_to_the_liability(self):
        revenue = self.company_data["default_account_revenue"]
        expense = self.company_data["default_account_expense"]
        move = self._create_move((revenue, -10), (expense, 10))
        move.action_post()
        with self._refused(MembershipError):
            move.line_ids[0].account_id = self.liability

    def test_posted_items_do_not_leave_the_liability(self):
        move = self._close().move_id
        line = move.line_ids.filtered(lambda item: item.account_id == self.liability)[
            :1
        ]
        for values in (
            {"account_id": self.company_data["default_account_revenue"].id},
            {"partner_id": self.other_member.id},
        ):
            with self._refused(MembershipError):
                line.write(values)

    def test_state_of_a_liability_entry_is_not_written(self):
        revenue = self.company_data["default_account_revenue"]
        move = self._create_move((self.liability, -10), (revenue, 10))
        with self._refused(MembershipError):
            move.write({"state": "posted"})
        closing = self._close().move_id
        with self._refused(MembershipError):
            closing.write({"state": "draft"})

    def test_quarantine_mark_from_the_context_is_refused(self):
        revenue = self.company_data["default_account_revenue"]
        accounts = ((self.liability, -10), (revenue, 10))
        with self._refused(MembershipError):
            self._create_move(*accounts, default_beauty_session_id=self.session.id)

    def _create_move(self, *items, **context):
        return (
            self.env["account.move"]
            .with_context(**context)
            .create(
                {
                    "line_ids": [
                        Command.create({"account_id": account.id, "balance": balance})
                        for account, balance in items
                    ]
                }
            )
        )

    def test_prepaid_tender_is_not_made_by_hand(self):
        prepaid = self.prepaid.with_env(self.env)
        with self._refused(MembershipError):
            prepaid.write({"is_prepaid": False})
        with self._refused(MembershipError):
            prepaid.create(
                {
                    "name": "Free",
                    "is_prepaid": True,
                    "split_transactions": True,
                    "journal_id": False,
                }
            )

    def test_unpaid_service_earns_nothing(self):
        ticket = self._ticket(
            [self._line(self.facial, 10**6, technician_id=self.technician.id)],
            payments=[],
        )
        with self._refused(MembershipError):
            self.Order.create(ticket)

    def test_parked_refund_takes_no_share_back(self):
        line = self._line(self.facial, qty=2, technician_id=self.technician.id)
        order = self._sync(self._ticket([line]))
        parked, part = (
            {
                **self._line(self.facial, qty=quantity),
                "refunded_orderline_id": order.lines.id,
            }
            for quantity in (-2, -1)
        )
        self._draft([parked], payments=[])
        self._sync(self._ticket([part]))
        self.assertFalse(self._get_log(order).is_undone)

    def test_part_refund_leaves_the_sellers_rest(self):
        line = self._line(self.serum, qty=3, seller_id=self.manager_employee.id)
        order = self._sync(self._ticket([line]))
        refund = {
            **self._line(self.serum, qty=-1),
            "refunded_orderline_id": order.lines.id,
        }
        self._sync(self._ticket([refund]))
        shares = self.env["beauty.performance"].search(
            [("employee_id", "=", self.manager_employee.id)]
        )
        self.assertEqual(sum(shares.mapped("amount")), 100.0)
