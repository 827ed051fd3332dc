# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.tests import tagged

from .common_audit import AuditCommon

ODD_PRICES = (833.33, 999.99, 0.1)


@tagged("post_install", "-at_install")
class TestAuditRounding(AuditCommon):
    """No way to compute a tax makes the liability and the ledger differ by a cent."""

    def _set_rounding(self, method):
        self.company.tax_calculation_rounding_method = method

    def _tell_stories(self, taxes):
        for method in ("round_per_line", "round_globally"):
            with self.subTest(method=method):
                self._set_rounding(method)
                self._tell_story(taxes)

    def _tell_story(self, taxes):
        """Sell, use all of it on long tickets and one by one, undo, use again."""
        self.serum.taxes_id = taxes
        holdings = self._sell_odd_plans(taxes)
        self._next_session()
        for _visit in range(2):
            uses = [self._use_line(holding) for holding in holdings]
            uses += [self._use_line(holding) for holding in holdings[::2]]
            self._sync(self._ticket([*uses, self._line(self.serum, 33.33)]))
        for holding in holdings[::2]:
            while holding.remaining:
                last = self._use(holding)
            self.assertEqual(holding.amount_remaining, 0.0)
            last.lines._refund_use(self.session, "Wrong item")
        self._next_session()
        for holding in holdings[::2]:
            self._use(holding)
            self.assertEqual((holding.remaining, holding.amount_remaining), (0, 0.0))
        self._next_session()
        self._assert_books()

    def _sell_odd_plans(self, taxes):
        """Return the holdings of two plans of each tax point and price, one ticket."""
        service = self._create_service("Odd", 77.77, taxes_id=[Command.set(taxes.ids)])
        plans = [
            self._create_plan(f"{price}", price, lines=[(service, 7)], tax_point=point)
            for point in ("redemption", "sale")
            for price in ODD_PRICES
        ]
        lines = [self._plan_line(plan, qty=2) for plan in plans]
        order = self._sync(self._ticket([*lines, self._line(self.serum, 19.99)]))
        return self._get_contracts(order).sorted("id").entitlement_ids

    def test_tax_included(self):
        self._tell_stories(self.vat)

    def test_tax_on_top(self):
        self.vat.price_include_override = "tax_excluded"
        self._tell_stories(self.vat)

    def test_two_taxes(self):
        self._tell_stories(
            self._create_tax(7.7, price_include_override="tax_excluded")
            | self._create_tax(3.25, price_include_override="tax_excluded")
        )

    def test_tax_on_tax(self):
        self._tell_stories(
            self._create_tax(
                5,
                price_include_override="tax_excluded",
                include_base_amount=True,
                sequence=1,
            )
            | self._create_tax(13, price_include_override="tax_excluded", sequence=2)
        )

    def test_included_and_on_top(self):
        self._tell_stories(
            self._create_tax(6, price_include_override="tax_included")
            | self._create_tax(1.5, price_include_override="tax_excluded")
        )

    def test_group_of_taxes(self):
        children = self._create_tax(9.975) | self._create_tax(5)
        children.price_include_override = "tax_excluded"
        group = self.env["account.tax"].create(
            {
                "name": "Group",
                "amount_type": "group",
                "company_id": self.company.id,
                "children_tax_ids": [Command.set(children.ids)],
            }
        )
        self._tell_stories(group)

    def test_fixed_tax(self):
        """A tax by the piece is part of the value like any other."""
        fixed = self._create_tax(
            0.01, amount_type="fixed", price_include_override="tax_excluded"
        )
        self._tell_stories(fixed)

    def test_division_tax(self):
        self._tell_stories(
            self._create_tax(
                10, amount_type="division", price_include_override="tax_included"
            )
        )

    def test_several_units_on_one_line(self):
        for method in ("round_per_line", "round_globally"):
            self._set_rounding(method)
            holding = self._sell_plan(self._create_plan(method, 833.33)).entitlement_ids
            self._sync(self._ticket([self._use_line(holding, units=3)]))
            self.assertEqual(holding.amount_remaining, 583.34)
        self._close()
        self._assert_books()
