# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common_gift import GiftCommon
from .common_part_payment import PartPaymentCommon
from .common_value import ValueCommon


@tagged("post_install", "-at_install")
class TestAuditValue(ValueCommon):
    """Stored value over several closings, with invoices, in every way of taxing."""

    def _refund(self, line, quantity, tender, cash=0.0, **values):
        (back,) = self._refund_lines(line)
        share = quantity / line.qty
        back.update(
            qty=-quantity,
            price_subtotal=-line.price_subtotal * share,
            price_subtotal_incl=-round(line.price_subtotal_incl * share, 2),
            extra_tax_data=False,
            bonus_amount=-line.bonus_amount * share,
        )
        payments = [(self.prepaid, -tender), (self.cash, -cash)]
        return self._sync(self._ticket([back], payments=payments, **values))

    def _tell_story(self, **values):
        contract = self._recharge()
        line = self._paid_line(self.serum, 30, qty=3, taxes=self.vat)
        gross = line["price_subtotal_incl"] + 30
        self.assertEqual(round(gross, 2), 180)
        goods = self._line(self.serum, 33.33)
        ticket = self._value_ticket([line, goods], 150, **values)
        order = self._sync(ticket)
        self._assert_left(contract, 850, 170)
        self._next_session()
        self._assert_books()
        self._refund(order.lines[0], 1, 50, **values)
        self._next_session()
        self._assert_books()
        self._refund(order.lines[0], 2, 100, **values)
        self._assert_left(contract, 1000, 200)
        self._sync(self._ticket(self._refund_lines(contract.pos_order_line_id)))
        self._close()
        self._assert_books()
        self.assertEqual(sum(self._fetch_items().mapped("balance")), 0.0)

    def test_included(self):
        self._tell_story()

    def test_included_and_invoiced(self):
        self._tell_story(to_invoice=True)

    def test_rounded_globally(self):
        self.company.tax_calculation_rounding_method = "round_globally"
        self._tell_story()

    def test_rounded_globally_and_invoiced(self):
        self.company.tax_calculation_rounding_method = "round_globally"
        self._tell_story(to_invoice=True)

    def test_on_top(self):
        self.vat.price_include_override = "tax_excluded"
        self.serum.lst_price = 50
        self.company.tax_calculation_rounding_method = "round_globally"
        self._tell_story()

    def test_invoiced_after_closing(self):
        self._recharge()
        order = self._spend()
        self._next_session()
        order.action_pos_order_invoice()
        self._refund(order.lines, 1, 100, to_invoice=True)
        self._close()
        self._assert_books()


@tagged("post_install", "-at_install")
class TestAuditGift(GiftCommon, ValueCommon):
    """Gift cards: bought by one, spent by another, claimed by a third."""

    def test_bought_on_an_invoice_and_claimed_later(self):
        gift = self._sell_gift(self.other_member, to_invoice=True)
        self._next_session()
        self._claim(gift)
        self._sync(
            self._ticket([self._line(self.serum)], payments=[(self.prepaid, 60)])
        )
        self._close()
        self._assert_books()

    def test_invoiced_after_closing(self):
        gift = self._sell_gift(self.other_member)
        order = gift.pos_order_line_id.order_id
        self._next_session()
        order.action_pos_order_invoice()
        GiftCommon._spend(self, gift)
        self._claim(gift)
        self._close()
        self._assert_books()
        self.assertEqual(self._get_liability(self.member), 40)

    def test_refunded_on_an_invoice(self):
        gift = self._sell_gift(self.other_member, to_invoice=True)
        lines = self._refund_lines(gift.pos_order_line_id)
        self._sync(self._ticket(lines, self.other_member, to_invoice=True))
        self.assertEqual(gift.state, "closed")
        self._close()
        self._assert_books()

    def test_claimed_before_closing(self):
        gift = self._sell_gift(self.other_member)
        order = GiftCommon._spend(self, gift)
        self._claim(gift)
        self._sync(
            self._ticket(
                self._refund_lines(order.lines),
                self.env["res.partner"],
                payments=[(self.prepaid, -60)],
            )
        )
        self._close()
        self._assert_books()
        self.assertEqual(self._get_liability(self.member), 100)

    def test_spent_on_an_invoice(self):
        gift = self._sell_gift()
        GiftCommon._spend(self, gift, partner=self.other_member, to_invoice=True)
        self._close()
        self._assert_books()


@tagged("post_install", "-at_install")
class TestAuditPartPayment(PartPaymentCommon, ValueCommon):
    """Arrears of several contracts on one ticket, invoiced or not."""

    def _tell_story(self, **values):
        contracts = self._sell_part(192, 768) | self._sell_part(200, 760)
        lines = [self._arrears_line(contract, 333.33) for contract in contracts]
        order = self._sync(self._ticket(lines, **values))
        self._next_session()
        self._assert_books()
        self._sync(self._ticket(self._refund_lines(order.lines[:1]), **values))
        for contract in contracts:
            self._pay(contract, contract.amount_due, **values)
        self._close()
        self._assert_books()

    def test_arrears_of_two_contracts(self):
        self._tell_story()

    def test_arrears_of_two_contracts_invoiced(self):
        self._tell_story(to_invoice=True)

    def test_taxed_when_sold(self):
        self.plan.tax_point = "sale"
        self._tell_story()

    def test_two_lines_of_one_plan_invoiced(self):
        lines = [self._plan_line(), self._plan_line(discount=10)]
        self._sync(self._ticket(lines, to_invoice=True))
        self._close()
        self._assert_books()
