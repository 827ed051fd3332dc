# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2 import DatabaseError

from odoo import Command
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from ..exceptions import RedemptionRefused
from .common import BeautyMembershipCommon


@tagged("post_install", "-at_install")
class TestAnyOf(BeautyMembershipCommon):
    """One count for several services, of which a dear one costs more units."""

    def setUp(self):
        super().setUp()
        self.massage.session_units = 3
        self.any_of = self._create_plan(
            "Any 10", 1000, [(self.facial | self.massage, 10)]
        )
        self.contract = self._sell_plan(self.any_of)
        self.holding = self.contract.entitlement_ids

    def _use_service(self, product, units, qty=1):
        """Use a service as the card prices it; return the order."""
        line = self._use_line(self.holding, product, qty)
        order = self._sync(self._ticket([line]))
        entry = self.holding.entry_ids.filtered(
            lambda e: e.pos_order_line_id == order.lines
        )
        self.assertEqual(entry.quantity, -units)
        return order

    def _assert_left(self, units, money):
        values = {"remaining": units, "amount_remaining": money}
        self.assertRecordValues(self.holding, [values])

    def _get_row(self):
        Partner = self.env["res.partner"].with_user(self.cashier)
        card = Partner.get_member_card(self.member.id, self.config.id)
        return card["sessions"][0]

    def test_dear_service_takes_three_units(self):
        order = self._use_service(self.massage, 3)
        self.assertEqual(order.amount_total, 300.0)
        self.assertEqual(
            (self.holding.remaining, self.holding.amount_remaining), (7, 700.0)
        )
        log = self.env["beauty.service.log"].search(
            [("pos_order_line_id", "=", order.lines.id)]
        )
        self.assertEqual((log.units, log.amount), (3, 250.0))
        self.assertEqual(order.membership_summary[0]["used"], 3)
        self.assertEqual(order.membership_summary[0]["remaining"], 7)

    def test_two_of_a_dear_service_take_six_units(self):
        self.assertEqual(self._use_service(self.massage, 6, qty=2).amount_total, 600.0)
        self.assertEqual(self.holding.remaining, 4)

    def test_card_says_units_and_prices(self):
        row = self._get_row()
        self.assertEqual(row["units"], {self.facial.id: 1, self.massage.id: 3})
        self.assertEqual(row["prices"][self.facial.id]["value"], 100.0)
        self.assertEqual(row["prices"][self.massage.id]["value"], 300.0)

    def test_last_use_takes_the_rest(self):
        plan = self._create_plan("Odd", 833.33, [(self.facial | self.massage, 10)])
        self.holding = self._sell_plan(plan).entitlement_ids
        for _i in range(7):
            self.assertEqual(self._use_service(self.facial, 1).amount_total, 83.33)
        price = self.holding._get_use_price(self.massage, self.config)
        self.assertEqual(price["value"], 250.02)
        self.assertEqual(price["last"]["value"], 250.02)
        self._use_service(self.massage, 3)
        self.assertEqual(
            (self.holding.remaining, self.holding.amount_remaining), (0, 0.0)
        )

    def test_last_price_is_that_of_the_use_that_empties(self):
        plan = self._create_plan("Odd", 833.33, [(self.facial | self.massage, 10)])
        self.holding = self._sell_plan(plan).entitlement_ids
        self._use_service(self.facial, 1)
        price = self.holding._get_use_price(self.massage, self.config)
        self.assertEqual((price["value"], price["last"]["value"]), (249.99, 250.02))

    def test_service_that_needs_more_than_is_left_is_refused(self):
        for _i in range(3):
            self._use_service(self.massage, 3)
        row = self._get_row()
        self.assertTrue(row["can_use"])
        self.assertNotIn(self.massage.id, row["prices"])
        line = self._line(
            self.massage,
            100,
            entitlement_id=self.holding.id,
            technician_id=self.technician.id,
        )
        message = self._assert_refused(RedemptionRefused, self._ticket([line]))
        self.assertIn("1 of", message)
        self.assertIn("3 needed", message)

    def test_price_of_one_unit_for_a_dear_service_is_refused(self):
        line = {**self._use_line(self.holding), "product_id": self.massage.id}
        self._assert_refused(RedemptionRefused, self._ticket([line]))

    def test_refund_gives_three_units_back(self):
        order = self._use_service(self.massage, 3)
        self._sync(self._ticket(self._refund_lines(order.lines)))
        self.assertEqual(
            (self.holding.remaining, self.holding.amount_remaining), (10, 1000.0)
        )
        self._close()
        self._assert_ledger_holds()

    def test_refund_of_one_of_two_gives_three_units_back(self):
        order = self._use_service(self.massage, 6, qty=2)
        line = self._refund_lines(order.lines)[0]
        half = {
            **line,
            "qty": -1,
            "price_subtotal": line["price_subtotal"] / 2,
            "price_subtotal_incl": line["price_subtotal_incl"] / 2,
        }
        self._sync(self._ticket([half]))
        self.assertEqual(
            (self.holding.remaining, self.holding.amount_remaining), (7, 700.0)
        )

    def test_undo_gives_three_units_back(self):
        order = self._use_service(self.massage, 3)
        log = self.env["beauty.service.log"].search(
            [("pos_order_line_id", "=", order.lines.id)]
        )
        result = log.with_user(self.cashier).action_undo(self.config.id, "Wrong one")
        self.assertTrue(result["ok"], result)
        self.assertEqual(result["remaining"], 10)
        self._close()
        self._assert_ledger_holds()

    def test_sold_package_keeps_its_units(self):
        self.massage.session_units = 5
        self.assertEqual(self._get_row()["units"][self.massage.id], 3)
        self._use_service(self.massage, 3)

    def test_units_of_a_holding_cannot_be_changed(self):
        with (
            self.assertRaises(DatabaseError),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.holding.sudo().product_units = {}
            self.env.flush_all()

    def test_package_of_one_service_counts_sessions(self):
        plan = self._create_plan("5 massages", 500, [(self.massage, 5)])
        self.holding = self._sell_plan(plan).entitlement_ids
        self.assertEqual(self._use_service(self.massage, 1).amount_total, 100.0)

    def test_stand_alone_price_is_that_of_one_unit(self):
        self.assertEqual(self.any_of.line_ids.list_price, 120.0)
        self.massage.lst_price = 390
        plan = self._create_plan("Any", 1000, [(self.facial | self.massage, 10)])
        self.assertEqual(plan.line_ids.list_price, 130.0)

    def test_forms_show_the_units(self):
        with Form(self.facial.product_tmpl_id) as form:
            form.session_units = 2
        self.assertEqual(self.facial.session_units, 2)
        line = self.any_of.line_ids
        self.assertEqual(line.units_text, "Facial 2, Massage 3")

    def test_same_ticket_package_counts_units(self):
        plan_line = self._plan_line(self.any_of)
        use = self._line(
            self.massage,
            300,
            plan_line_uuid=plan_line["uuid"],
            technician_id=self.technician.id,
        )
        order = self._sync(self._ticket([plan_line, use]))
        self.assertEqual(self._get_contracts(order).entitlement_ids.remaining, 7)

    def test_uses_close_and_tie_out(self):
        self._use_service(self.massage, 3)
        self._use_service(self.facial, 1)
        items = self._close().move_id.line_ids
        on_liability = items.filtered(lambda item: item.account_id == self.liability)
        self.assertEqual(sorted(on_liability.mapped("balance")), [-1000.0, 400.0])
        income = items.filtered(lambda item: item.account_id.account_type == "income")
        self.assertAlmostEqual(sum(income.mapped("balance")), -333.33, 2)
        self._assert_ledger_holds()

    def test_new_product_has_units(self):
        template = self.env["product.template"].create(
            {"name": "Dear", "type": "service", "session_units": 4}
        )
        self.assertEqual(template.product_variant_id.session_units, 4)
        found = self.env["product.template"].search([("session_units", "=", 4)])
        self.assertIn(template, found)

    def test_one_service_of_a_gift_line_counts_alone(self):
        plan = self._create_plan(
            line_ids=[
                Command.create(
                    {
                        "product_ids": [Command.set(self.massage.ids)],
                        "quantity": 2,
                        "is_bonus": True,
                    }
                )
            ]
        )
        self.assertFalse(plan.line_ids._get_product_units())
