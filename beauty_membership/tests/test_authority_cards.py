# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from ..exceptions import AuthorityRefused, ConfirmationRefused, GrantRefused
from .common_confirmation import draw
from .common_value import ValueCommon


@tagged("post_install", "-at_install")
class TestAuthorityOverCards(ValueCommon):
    """What a card pays or a contract promises is no gift of the cashier."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["beauty.authority"].create({"name": "All", "max_discount": 10})

    def _count_approvals(self):
        return self.env["beauty.approval"].search_count([])

    def test_recharge_bonus_is_no_discount(self):
        contract = self._recharge()
        self._spend()
        self._assert_left(contract, 900, 180)
        self.assertFalse(self._count_approvals())

    def test_own_discount_below_a_bonus_is_judged_alone(self):
        self._recharge()
        line = self._paid_line(self.facial, 18, own=10)
        self._sync(self._value_ticket([line], 90))
        line = self._paid_line(self.facial, 16, own=20)
        self._assert_refused(AuthorityRefused, self._value_ticket([line], 80))

    def test_part_payment_and_arrears_are_no_discount(self):
        self.plan.policy_id = self.env["beauty.policy"].create(
            {"name": "In parts", "part_payment": "allowed", "part_payment_percent": 20}
        )
        for price_type in ("original", "manual"):
            line = self._plan_line(
                price=192, plan_amount_due=768, price_type=price_type
            )
            contract = self._get_contracts(self._sync(self._ticket([line])))
            pay = self._plan_line(price=768, contract_id=contract.id)
            self._sync(self._ticket([{**pay, "price_type": price_type}]))
            self.assertEqual(contract.amount_due, 0)
        self.assertFalse(self._count_approvals())

    def test_cheap_plan_in_parts_is_judged_by_its_whole_price(self):
        self.plan.policy_id = self.env["beauty.policy"].create(
            {"name": "In parts", "part_payment": "allowed", "part_payment_percent": 20}
        )
        line = self._plan_line(price=192, plan_amount_due=400, price_type="manual")
        self._assert_refused(AuthorityRefused, self._ticket([line]))

    def test_free_amount_of_a_recharge_is_no_discount(self):
        plan = self._create_recharge(is_open_amount=True, gift=0)
        line = self._plan_line(plan, price=300, price_type="manual")
        order = self._sync(self._ticket([line]))
        self.assertEqual(order.amount_total, 300)
        self.assertFalse(self._count_approvals())

    def _recharge_with(self, extra, qty=1, **values):
        line = self._plan_line(self._create_recharge(), extra_bonus=extra, qty=qty)
        return self._ticket([line], **values)

    def test_extra_bonus_needs_a_manager(self):
        self._assert_refused(AuthorityRefused, self._recharge_with(50))
        sent = {"pin": "1234", "reason": "First recharge"}
        order = self._sync(self._recharge_with(50, membership_approval=sent))
        contract = self._get_contracts(order)
        self._assert_left(contract, 1000, 250)
        row = self.env["beauty.approval"].search([("order_id", "=", order.id)])
        self.assertEqual((row.amount, row.excess), (50, {"bonus": 5000}))
        self._close()
        self._assert_ledger_holds()

    def test_extra_bonus_within_the_limit(self):
        self.env["beauty.authority"].search([]).bonus_amount = 50
        contract = self._get_contracts(self._sync(self._recharge_with(50)))
        self._assert_left(contract, 1000, 250)
        self._assert_refused(AuthorityRefused, self._recharge_with(50.01))

    def test_extra_bonus_needs_a_manager_where_nobody_has_limits(self):
        self.env["beauty.authority"].search([]).unlink()
        self._assert_refused(AuthorityRefused, self._recharge_with(50))
        order = self._sync(self._recharge_with(50), self.env.user)
        self._assert_left(self._get_contracts(order), 1000, 250)

    def test_extra_bonus_goes_with_the_refund_of_the_recharge(self):
        order = self._sync(self._recharge_with(50), self.env.user)
        contract = self._get_contracts(order)
        self._sync(self._ticket(self._refund_lines(order.lines)))
        self._assert_left(contract, 0, 0)
        self.assertEqual(contract.state, "closed")

    def test_extra_bonus_comes_with_one_recharge(self):
        self.env["beauty.authority"].search([]).bonus_amount = 10**6
        for extra, qty in ((-50, 1), (50, 2), (10**10, 1)):
            self._assert_refused(GrantRefused, self._recharge_with(extra, qty))
        for line in (self._plan_line(extra_bonus=5), self._line(self.serum)):
            ticket = self._ticket([{**line, "extra_bonus": 5}])
            self._assert_refused(GrantRefused, ticket)


@tagged("post_install", "-at_install")
class TestConfirmationOfValue(ValueCommon):
    """Stored value leaves the card as its contract says."""

    def _recharge_signed(self, least=0):
        policy = self.env["beauty.policy"].create(
            {
                "name": "Sign",
                "confirmation": "signature",
                "confirmation_min_amount": least,
            }
        )
        return self._recharge(plan=self._create_recharge(policy_id=policy.id))

    def _ticket_of(self, tender, bonus, **values):
        line = self._paid_line(self.facial, bonus)
        return self._value_ticket([line], tender, **values)

    def test_spending_is_confirmed(self):
        contract = self._recharge_signed()
        self._assert_refused(ConfirmationRefused, self._ticket_of(100, 20))
        self._assert_left(contract, 1000, 200)
        sent = {"method": "signature", "value": draw()}
        order = self._sync(self._ticket_of(100, 20, membership_confirmation=sent))
        self.assertEqual(order.confirmation_method, "signature")
        self._assert_left(contract, 900, 180)
        self._close()
        self._assert_ledger_holds()

    def test_least_amount_counts_the_bonus(self):
        self._recharge_signed(least=120)
        self._assert_refused(ConfirmationRefused, self._ticket_of(100, 20))

    def test_below_the_least_amount_nobody_is_asked(self):
        self._recharge_signed(least=121)
        self._spend()

    def test_contract_that_is_not_spent_asks_nothing(self):
        """The oldest is spent first; the second asks for a signature, and rests."""
        first = self._recharge()
        self._recharge_signed()
        self._spend()
        self._assert_left(first, 900, 180)

    def test_refund_to_the_card_is_not_confirmed(self):
        contract = self._recharge_signed()
        sent = {"method": "signature", "value": draw()}
        order = self._sync(self._ticket_of(100, 20, membership_confirmation=sent))
        back = self._refund_lines(order.lines)[0]
        back["bonus_amount"] = -20
        back["manual_discount"] = 0
        self._sync(self._ticket([back], payments=[(self.prepaid, -100.0)]))
        self._assert_left(contract, 1000, 200)
