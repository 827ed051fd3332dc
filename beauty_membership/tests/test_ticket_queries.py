# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common_value import ValueCommon


@tagged("post_install", "-at_install")
class TestTicketQueries(ValueCommon):
    """What a member's ticket costs in queries, with the new card in the answer."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.services = [cls._create_service(f"Service {n}", 100) for n in range(5)]
        cls.member.email = "li.na@example.com"

    def _send(self, ticket):
        """Send a ticket as the till does. :return: dict, the new card"""
        Order = self.env["pos.order"].with_user(self.cashier)
        result = Order.with_context(beauty_card=True).sync_from_ui([ticket])
        self.env.flush_all()
        return result["beauty.member.card"][0]

    def _count(self, ticket):
        """:return: int queries of a ticket that a till sends in a new request"""
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self._send(ticket)
        return self.env.cr.sql_log_count - before

    def _assert_lines_cost_nothing(self, prepare, most):
        """Five services are as many queries as two, and no more than so many."""
        self._count(prepare(self.services[:1]))
        two, five = (self._count(prepare(self.services[:n])) for n in (2, 5))
        self.assertEqual(two, five)
        self.assertLessEqual(five, most)

    def test_sale(self):
        def prepare(services):
            return self._ticket([self._line(service) for service in services])

        self._assert_lines_cost_nothing(prepare, 56)

    def test_use_with_sales(self):
        holding = self._sell_plan().entitlement_ids

        def prepare(services):
            lines = [self._line(service) for service in services]
            return self._ticket([self._use_line(holding), *lines])

        self._assert_lines_cost_nothing(prepare, 70)

    def test_stored_value(self):
        self._recharge(price=10000, gift=2000)

        def prepare(services):
            lines = [self._paid_line(service, 16.67) for service in services]
            return self._value_ticket(lines, round(83.33 * len(services), 2))

        self._assert_lines_cost_nothing(prepare, 70)

    def test_numbers_of_tiers_are_added_up_once(self):
        self._send(self._ticket([self._line(self.serum)]))
        Tier = self.env.registry["beauty.tier"]
        query = Tier._query_numbers
        with patch.object(Tier, "_query_numbers", autospec=True) as told:
            told.side_effect = query
            card = self._send(self._ticket([self._line(self.serum)]))
        self.assertEqual(told.call_count, 1)
        self.assertEqual(card["tier"], self._get_card()["tier"])

    def test_second_ticket_of_one_call_counts_on_the_card(self):
        tickets = [self._ticket([self._line(self.serum)]) for _number in range(2)]
        Order = self.env["pos.order"].with_user(self.cashier)
        result = Order.with_context(beauty_card=True).sync_from_ui(tickets)
        card = result["beauty.member.card"][-1]
        self.assertEqual(card["tier"], self._get_card()["tier"])
        self.assertTrue(card["tier"]["progress"])

    def test_card_of_a_member_the_cashier_may_not_read_is_refused(self):
        self.member.company_id = self.env["res.company"].create({"name": "Elsewhere"})
        with self.assertRaises(AccessError):
            self.member.with_user(self.cashier)._get_card_at(self.config)

    def _get_card(self):
        Partner = self.env["res.partner"].with_user(self.cashier)
        return Partner.get_member_card(self.member.id, self.config.id)


@tagged("post_install", "-at_install")
class TestKeptAnswers(ValueCommon):
    """What is kept between tickets follows its records at once."""

    def test_gift_card_product_of_a_new_programme(self):
        line = self._sync(self._ticket([self._line(self.massage)])).lines
        line.product_id.is_treatment = False
        self.assertFalse(line._sells_gift_card())
        program = self._create_program("gift_card")
        self.assertTrue(line._sells_gift_card())
        program.rule_ids.product_ids = self.facial
        self.assertFalse(line._sells_gift_card())
        program.rule_ids.product_ids = self.massage
        program.active = False
        self.assertFalse(line._sells_gift_card())

    def test_programme_that_becomes_an_ewallet(self):
        line = self._sync(self._ticket([self._line(self.massage)])).lines
        line.product_id.is_treatment = False
        program = self._create_program("promotion")
        self.assertFalse(line._sells_gift_card())
        program.program_type = "ewallet"
        program.rule_ids.product_ids = self.massage
        self.assertTrue(line._sells_gift_card())
        program.rule_ids.unlink()
        self.assertFalse(line._sells_gift_card())

    def _create_program(self, kind):
        return self.env["loyalty.program"].create(
            {
                "name": "Cards",
                "program_type": kind,
                "rule_ids": [Command.create({"product_ids": self.massage.ids})],
            }
        )

    def test_authority_of_a_new_row(self):
        Authority = self.env["beauty.authority"]
        self.assertFalse(Authority._get_rows(self.company))
        row = Authority.create({"name": "All", "company_id": self.company.id})
        self.assertEqual(Authority._get_rows(self.company), row)
        row.unlink()
        self.assertFalse(Authority._get_rows(self.company))
