# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common import BeautyMembershipCommon


@tagged("post_install", "-at_install")
class TestPrices(BeautyMembershipCommon):
    """A price unlike the pricelist is stored, and flagged at night."""

    def _sell(self, **values):
        return self._sync(self._ticket([self._plan_line(**values)])).lines

    def test_other_price_is_stored_and_flagged(self):
        line = self._sell(price=10)
        self.assertFalse(line.has_other_price)
        self.env["pos.order.line"]._cron_flag_prices()
        self.assertTrue(line.has_other_price)
        contract = self._get_contracts(line.order_id)
        self.assertEqual(contract.price_total, 10.0)

    def test_list_and_manual_prices_are_not_flagged(self):
        lines = self._sell() | self._sell(price=10, price_type="manual")
        lines |= self._use(self._get_contracts(lines[0].order_id).entitlement_ids).lines
        self.env["pos.order.line"]._cron_flag_prices()
        self.assertFalse(any(lines.mapped("has_other_price")))
