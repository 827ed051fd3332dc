# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from ..exceptions import MembershipError, RedemptionRefused
from ..rules.value_shares import split_face
from .common_value import ValueCommon


@tagged("post_install", "-at_install")
class TestValueBooks(ValueCommon):
    """The journal items of stored value, and what a refund gives back."""

    def test_recharge(self):
        self._recharge()
        self.assertEqual(
            self._get_items(self._close()), {"cash": 1000.0, "liability": -1000.0}
        )
        self._assert_books()

    def test_spend_120(self):
        self._recharge()
        self._next_session()
        self._spend(100, 20)
        self.assertEqual(
            self._get_items(self._close()),
            {"liability": 100.0, "revenue": -83.33, "vat": -16.67},
        )
        self._assert_books()

    def test_package_bought_with_value(self):
        self._recharge(allows_plans=True)
        self._next_session()
        line = self._paid_line(self.plan.product_tmpl_id.product_variant_id, 160)
        self._sync(self._value_ticket([line], 800))
        session = self._close()
        liability = session.move_id.line_ids.filtered(
            lambda item: item.account_id == self.liability
        )
        self.assertEqual(sorted(liability.mapped("balance")), [-800.0, 800.0])
        self._assert_books()

    def test_package_taxed_when_sold_bought_with_value(self):
        self._recharge(allows_plans=True, gift=0)
        plan = self._create_plan("S", 960, tax_point="sale")
        self._next_session()
        line = self._paid_line(plan.product_tmpl_id.product_variant_id)
        self._sync(self._value_ticket([line], 960))
        self.assertEqual(
            self._get_items(self._close()), {"liability": 160.0, "vat": -160.0}
        )
        self._assert_books()

    def _get_mixed_lines(self, tax_point):
        """A session, a facial on value, a serum in cash."""
        plan = self._create_plan("Ten", 960, tax_point=tax_point)
        session = self._sell_plan(plan).entitlement_ids
        return [
            self._use_line(session),
            self._paid_line(self.facial, 20),
            self._line(self.serum),
        ]

    def test_mixed_ticket_taxed_when_used(self):
        self._recharge()
        lines = self._get_mixed_lines("redemption")
        self._next_session()
        order = self._sync(self._value_ticket(lines, 100))
        self.assertEqual(order.amount_total, 256.0)
        self.assertEqual(
            self._get_items(self._close()),
            {"cash": 60.0, "liability": 196.0, "revenue": -213.33, "vat": -42.67},
        )
        self._assert_books()

    def test_mixed_ticket_taxed_when_sold(self):
        self._recharge()
        lines = self._get_mixed_lines("sale")
        self._next_session()
        self._sync(self._value_ticket(lines, 100))
        self.assertEqual(
            self._get_items(self._close()),
            {"cash": 60.0, "liability": 180.0, "revenue": -213.33, "vat": -26.67},
        )
        self._assert_books()

    def test_other_taxes(self):
        for rate, override in (
            (6, "tax_included"),
            (13, "tax_included"),
            (20, "tax_excluded"),
            (13, "tax_excluded"),
        ):
            tax = self._create_tax(
                rate, name=f"{rate} {override}", price_include_override=override
            )
            service = self._create_service(
                f"Peel {rate} {override}", 120, taxes_id=tax.ids
            )
            gross = self._line(service)["price_subtotal_incl"]
            contract = self._recharge(price=round(gross, 2), gift=round(gross / 5, 2))
            tender = round(gross * 5 / 6, 2)
            self._spend(tender, round(gross - tender, 2), service)
            contract.invalidate_recordset()
            self.assertAlmostEqual(
                contract.principal_remaining, round(gross - tender, 2)
            )
            contract.sudo().state = "closed"
        self._close()
        self._assert_books()

    def test_a_cent_that_tax_on_top_cannot_reach(self):
        """Tickets as a till sends them whose discount lands a cent beside."""
        self.vat.price_include_override = "tax_excluded"
        contract = self._recharge(price=10000, gift=2000)
        moved = 0
        for cents in range(1001, 1041):
            gross = self._get_till_total([self._line(self.facial, cents / 100)])
            bonus = self._get_gift_share(contract, gross)
            line = self._paid_line(self.facial, bonus, price=cents / 100)
            tender = self._get_till_total([line])
            carried = round(gross - tender, 2)
            moved += carried != bonus
            line["bonus_amount"] = carried
            self._sync(self._value_ticket([line], tender))
            contract.invalidate_recordset()
            self.assertAlmostEqual(
                contract.principal_remaining, contract.amount_remaining
            )
        self.assertGreater(moved, 0, "no price tests the cent")
        self._close()
        self._assert_books()

    def _get_gift_share(self, contract, gross):
        lots = (contract.principal_remaining, contract.bonus_remaining)
        principal, gift = (round(100 * lot) for lot in lots)
        face = round(100 * gross)
        return (face - split_face(face, principal, gift, "proportional")) / 100

    # Refunds

    def _refund_ticket(self, line, quantity, tender, cash=0.0):
        """Return a ticket that refunds so many of a line."""
        values = self._refund_lines(line)[0]
        share = quantity / line.qty
        total = round(line.price_subtotal_incl * share, 2)
        values.update(
            qty=-quantity,
            price_subtotal=-line.price_subtotal * share,
            price_subtotal_incl=-total,
            extra_tax_data=False,
        )
        payments = [(self.prepaid, -tender), (self.cash, -cash)]
        return self._ticket([values], payments=payments)

    def test_refund_of_all(self):
        contract = self._recharge()
        order = self._spend()
        refund = self._sync(self._refund_ticket(order.lines, 1, 100))
        self._assert_left(contract, 1000.0, 200.0)
        self.assertEqual(refund.lines.bonus_amount, -20.0)
        back = contract.entry_ids.filtered(lambda e: e.movement == "restore")
        used = contract.entry_ids.filtered(lambda e: e.movement == "redeem")
        self.assertEqual(back.reversed_entry_id, used)
        self.assertEqual(
            self._get_items(self._close()), {"cash": 1000.0, "liability": -1000.0}
        )
        self._assert_books()

    def test_refund_in_two_parts_and_a_third_is_refused(self):
        contract = self._recharge()
        # 3 x 33.35 = 100.05: principal 83.38, gift 16.67
        line = self._paid_line(self.facial, 16.67, price=33.35, qty=3)
        order = self._sync(self._value_ticket([line], 83.38))
        self._assert_left(contract, 916.62, 183.33)
        self._next_session()
        self._sync(self._refund_ticket(order.lines, 1, 27.79))
        self._assert_left(contract, 944.41, 188.89)
        self._next_session()
        self._sync(self._refund_ticket(order.lines, 2, 55.59))
        self._assert_left(contract, 1000.0, 200.0)
        self._assert_refused(
            RedemptionRefused, self._refund_ticket(order.lines, 1, 27.79)
        )
        self._close()
        self._assert_books()

    def test_refund_gives_no_cash_for_what_value_paid(self):
        self._recharge()
        order = self._spend()
        self._assert_refused(
            RedemptionRefused, self._refund_ticket(order.lines, 1, 0, 100)
        )
        self._assert_refused(
            RedemptionRefused, self._refund_ticket(order.lines, 1, 50, 50)
        )

    def test_refund_of_a_line_paid_half_with_cash(self):
        contract = self._recharge()
        order = self._sync(self._value_ticket([self._paid_line(self.facial, 10)], 50))
        self._sync(self._refund_ticket(order.lines, 1, 50, 60))
        self._assert_left(contract, 1000.0, 200.0)
        self._close()
        self._assert_books()

    def test_refund_to_another_member_is_refused(self):
        self._recharge()
        order = self._spend()
        ticket = self._refund_ticket(order.lines, 1, 100)
        ticket["partner_id"] = self.other_member.id
        self._assert_refused(MembershipError, ticket)

    def test_exchange_on_one_ticket(self):
        """A facial comes back and a massage is taken, both on stored value."""
        contract = self._recharge(gift=0)
        order = self._spend(120, 0)
        lines = [*self._refund_lines(order.lines), self._line(self.massage)]
        self._sync(self._ticket(lines, payments=[(self.prepaid, 30)]))
        self._assert_left(contract, 850.0, 0.0)
        self._close()
        self._assert_books()

    def test_untouched_recharge_is_refunded(self):
        contract = self._recharge()
        line = contract.pos_order_line_id
        self._sync(self._ticket(self._refund_lines(line)))
        self.assertEqual(contract.state, "closed")
        self._assert_left(contract, 0.0, 0.0)
        self._close()
        self._assert_books()
