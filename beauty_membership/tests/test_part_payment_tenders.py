# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.tests import tagged

from ..exceptions import MembershipError, RedemptionRefused
from .common_part_payment import PartPaymentCommon
from .common_points import PointsCommon
from .common_value import ValueCommon


@tagged("post_install", "-at_install")
class TestPartPaymentByValue(PartPaymentCommon, ValueCommon):
    """A part of the price, and arrears, paid with stored value."""

    def _recharge_plainly(self, **values):
        plan = self._create_recharge("Plain", gift=0, allows_plans=True, **values)
        return self._recharge(plan=plan)

    def test_arrears_from_principal(self):
        contract = self._sell_part(300, 660)
        wallet = self._recharge_plainly()
        line = self._arrears_line(contract, 660)
        self._sync(self._ticket([line], payments=[(self.prepaid, 660)]))
        self._assert_holding(contract.entitlement_ids, 10, 960.0)
        self._assert_holding(wallet.entitlement_ids, 340, 340.0)
        self._close()
        self._assert_ledger_holds()

    def test_pricelist_of_the_wallet_leaves_arrears_alone(self):
        contract = self._sell_part(300, 660)
        rule = {"compute_price": "percentage", "percent_price": 50}
        pricelist = self.env["product.pricelist"].create(
            {"name": "Half", "item_ids": [Command.create(rule)]}
        )
        wallet = self._recharge_plainly(value_pricelist_id=pricelist.id)
        line = self._arrears_line(contract, 660)
        self._sync(self._ticket([line], payments=[(self.prepaid, 660)]))
        self._assert_holding(wallet.entitlement_ids, 340, 340.0)

    def test_gift_pays_no_arrears(self):
        contract = self._sell_part(300, 660)
        self._recharge(allows_plans=True)
        line = self._arrears_line(contract, 60)
        ticket = self._ticket([line], payments=[(self.prepaid, 60)])
        self._assert_refused(RedemptionRefused, ticket)
        line.update(bonus_amount=10, discount=100 / 6)
        line["price_subtotal"] = line["price_subtotal_incl"] = 50.0
        ticket = self._ticket([line], payments=[(self.prepaid, 50)])
        self._assert_refused(RedemptionRefused, ticket)

    def test_part_paid_from_stored_value(self):
        wallet = self._recharge_plainly()
        line = self._part_line(300, 660)
        order = self._sync(self._ticket([line], payments=[(self.prepaid, 300)]))
        self._assert_holding(self._get_contracts(order).entitlement_ids, 3, 300.0)
        self._assert_holding(wallet.entitlement_ids, 700, 700.0)
        self._close()
        self._assert_ledger_holds()


@tagged("post_install", "-at_install")
class TestPartPaymentPoints(PartPaymentCommon, PointsCommon):
    """Points follow the money: each payment earns its own, its refund takes them."""

    def test_points_follow_the_payments(self):
        before = self._get_balance()
        contract = self._sell_part(300, 660)
        first = self._get_balance() - before
        order = self._pay(contract, 600)
        second = self._get_balance() - before - first
        self.assertGreater(first, 0)
        self.assertEqual(second, 2 * first)
        self._refund(order)
        self.assertEqual(self._get_balance() - before, first)

    def test_points_pay_no_arrears(self):
        contract = self._sell_part(300, 660)
        line = self._arrears_line(contract, 50, points_amount=10)
        self._assert_refused(MembershipError, self._ticket([line]))
        self.assertEqual(contract.amount_due, 660.0)
