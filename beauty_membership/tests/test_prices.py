# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from freezegun import freeze_time

from odoo import Command, fields
from odoo.tests import tagged

from .common import BeautyMembershipCommon


@tagged("post_install", "-at_install")
@freeze_time("2026-03-10 12:00:00")
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

    def test_other_prices_of_several_registers_are_flagged(self):
        bank = self.cash.copy({"journal_id": self.cash_journal.copy().id})
        session = self._open_session(self._create_config("Back desk", bank))
        serum = self._line(self.serum, price=10)
        there = self._ticket([serum], payments=[(bank, 10)], session=session)
        lines = self._sell(price=10) | self._sync(there).lines
        self.env["pos.order.line"]._cron_flag_prices()
        self.assertEqual(lines.mapped("has_other_price"), [True, True])

    def test_list_and_manual_prices_are_not_flagged(self):
        lines = self._sell() | self._sell(price=10, price_type="manual")
        lines |= self._use(self._get_contracts(lines[0].order_id).entitlement_ids).lines
        self.env["pos.order.line"]._cron_flag_prices()
        self.assertFalse(any(lines.mapped("has_other_price")))

    def _create_rules(self, **values):
        """Give the register a pricelist: the serum at 30; values of the rule."""
        self.config.pricelist_id = self.env["product.pricelist"].create(
            {
                "name": "Of the day",
                "currency_id": self.company.currency_id.id,
                "company_id": self.company.id,
                "item_ids": [
                    Command.create(
                        {
                            "applied_on": "1_product",
                            "product_tmpl_id": self.serum.product_tmpl_id.id,
                            "compute_price": "fixed",
                            "fixed_price": 30,
                            **values,
                        }
                    )
                ],
            }
        )

    def _sell_at(self, hours, price, qty=1):
        ticket = self._ticket([self._line(self.serum, price=price, qty=qty)])
        ticket["pricelist_id"] = self.config.pricelist_id.id
        when = fields.Datetime.now() - timedelta(hours=hours)
        ticket["date_order"] = fields.Datetime.to_string(when)
        return self._sync(ticket).lines

    def test_a_price_is_compared_with_that_of_its_hour(self):
        ended = fields.Datetime.now() - timedelta(hours=2)
        self._create_rules(date_end=ended)
        before, after = self._sell_at(3, 30), self._sell_at(1, 30)
        self.env["pos.order.line"]._cron_flag_prices()
        self.assertEqual(
            (before | after).mapped("has_other_price"), [False, True], "30 until then"
        )

    def test_a_price_is_compared_with_that_of_its_quantity(self):
        self._create_rules(min_quantity=2)
        one, two = self._sell_at(1, 30), self._sell_at(1, 30, qty=2)
        self.env["pos.order.line"]._cron_flag_prices()
        self.assertEqual((one | two).mapped("has_other_price"), [True, False])

    def test_many_tickets_are_compared_at_once(self):
        self._create_rules()
        tickets = [self._sell_at(hour, 30) for hour in (1, 2, 3)]
        lines = self.env["pos.order.line"].union(*tickets)
        self._count_queries(lines)  # warms the caches
        one = self._count_queries(lines[0])
        self.assertEqual(self._count_queries(lines), one)

    def _count_queries(self, lines):
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        lines._fetch_list_prices(fields.Datetime.now() - timedelta(days=2))
        return self.env.cr.sql_log_count - before
