# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common_points import PointsCommon


@tagged("post_install", "-at_install")
class TestGiftTax(PointsCommon):
    """Goods for points: no tax, or tax on the list price as a cost of the house."""

    def setUp(self):
        super().setUp()
        self._give(1000)

    def _take_gift(self):
        line = self._points_line(self.serum, 60, self.gift)
        return self._sync(self._ticket([line]))

    def _get_gift_move(self):
        return self.env["account.move"].search(
            [
                ("journal_id", "=", self.company.beauty_journal_id.id),
                ("ref", "ilike", self.session.name),
            ]
        )

    def test_no_tax_by_default(self):
        self._take_gift()
        self._close()
        self.assertFalse(self._get_gift_move())
        self._assert_ledger_holds()

    def test_tax_on_the_list_price_is_a_cost(self):
        self.company.beauty_gift_tax = "list"
        self._take_gift()
        self._close()
        move = self._get_gift_move()
        account = self.company.beauty_gift_account_id
        tax = move.line_ids.filtered("tax_line_id")
        base = move.line_ids.filtered("tax_ids")
        self.assertEqual(move.state, "posted")
        self.assertEqual((tax.balance, tax.tax_base_amount), (-10.0, 50.0))
        self.assertEqual(base.balance, -50.0)
        gifts = move.line_ids.filtered(lambda item: item.account_id == account)
        self.assertEqual(sum(gifts.mapped("balance")), 10.0)
        self._assert_ledger_holds()

    def test_a_gift_that_comes_back_takes_its_tax_along(self):
        self.company.beauty_gift_tax = "list"
        self._refund(self._take_gift())
        self._take_gift()
        self._close()
        tax = self._get_gift_move().line_ids.filtered("tax_line_id")
        self.assertEqual(sum(tax.mapped("balance")), -10.0)

    def test_money_off_has_its_tax_on_what_is_paid(self):
        self.company.beauty_gift_tax = "list"
        line = self._points_line(self.massage, 30, self.ten_off)
        self._sync(self._ticket([line]))
        self._close()
        self.assertFalse(self._get_gift_move())
