# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import ValidationError
from odoo.tests import tagged

from ..exceptions import RedemptionRefused
from .common import BeautyMembershipCommon


@tagged("post_install", "-at_install")
class TestKeptGoods(BeautyMembershipCommon):
    """Five serums bought for 250, kept in the shop and handed out one by one."""

    def setUp(self):
        super().setUp()
        self.serum.is_storable = True
        self.location = self.config.picking_type_id.default_location_src_id
        self.env["stock.quant"]._update_available_quantity(
            self.serum, self.location, 20
        )
        plan = self._create_plan("5 serums", 250, [(self.serum, 5)])
        self.contract = self._sell_plan(plan)
        self.holding = self.contract.entitlement_ids

    def _hand_out(self, units=1):
        line = self._use_line(self.holding, units=units, technician_id=False)
        return self._sync(self._ticket([line]))

    def _reopen(self):
        session = self._close()
        self.session = self._open_session(self.config)
        return session

    def _get_stock(self):
        self.env.invalidate_all()
        return self.serum.with_context(location=self.location.id).qty_available

    def _get_items(self, session):
        """Return the closing's items as {account: balance}."""
        items = {}
        for line in session.move_id.line_ids:
            items.setdefault(line.account_id, 0.0)
            items[line.account_id] += line.balance
        return {account: round(balance, 2) for account, balance in items.items()}

    def test_sale_moves_no_stock(self):
        self._reopen()
        self.assertEqual(self._get_stock(), 20)
        self._assert_ledger_holds()

    def test_hand_out_moves_stock_and_liability(self):
        self._reopen()
        order = self._hand_out(2)
        self.assertEqual(order.amount_total, 100.0)
        session = self._reopen()
        self.assertEqual(self._get_stock(), 18)
        self.assertRecordValues(
            self.holding, [{"remaining": 3, "amount_remaining": 150.0}]
        )
        items = self._get_items(session)
        self.assertEqual(items[self.liability], 100.0)
        self.assertEqual(items[self.company_data["default_account_tax_sale"]], -16.67)
        self.assertEqual(items[self.serum._get_product_accounts()["income"]], -83.33)
        self._assert_ledger_holds()

    def test_hand_out_at_once_moves_stock_at_once(self):
        self.company.point_of_sale_update_stock_quantities = "real"
        self._reopen()
        order = self._hand_out()
        self.assertEqual(order.picking_ids.state, "done")
        self.assertEqual(self._get_stock(), 19)

    def test_hand_out_needs_no_technician(self):
        order = self._hand_out()
        logs = self.env["beauty.service.log"].search(
            [("pos_order_line_id", "in", order.lines.ids)]
        )
        self.assertFalse(logs)
        self.assertEqual(order.membership_summary[0]["remaining"], 4)

    def test_goods_taken_back_return_to_stock(self):
        order = self._hand_out(2)
        self._sync(self._ticket(self._refund_lines(order.lines)))
        self._reopen()
        self.assertEqual(self._get_stock(), 20)
        self.assertRecordValues(
            self.holding, [{"remaining": 5, "amount_remaining": 250.0}]
        )
        self._assert_ledger_holds()

    def test_more_than_kept_is_refused(self):
        line = self._use_line(self.holding, units=6)
        self._assert_refused(RedemptionRefused, self._ticket([line]))

    def test_card_tells_goods_from_sessions(self):
        self._sell_plan()
        Partner = self.env["res.partner"].with_user(self.cashier)
        card = Partner.get_member_card(self.member.id, self.config.id)
        kinds = {row["name"]: row["kind"] for row in card["sessions"]}
        self.assertEqual(kinds, {"Serum": "goods", "Facial": "session"})

    def test_untouched_goods_are_refunded(self):
        lines = self._refund_lines(self.contract.pos_order_line_id)
        self._sync(self._ticket(lines))
        self.assertEqual(self.contract.state, "closed")
        self._reopen()
        self.assertEqual(self._get_stock(), 20)
        self._assert_ledger_holds()

    def test_services_and_goods_need_lines_of_their_own(self):
        with self.assertRaises(ValidationError):
            self._create_plan("Mixed", 300, [(self.serum | self.facial, 5)])
        plan = self._create_plan("Both", 300, [(self.serum, 2), (self.facial, 2)])
        self.assertEqual(plan.line_ids.mapped("is_goods"), [True, False])

    def test_pass_has_no_goods(self):
        line = {
            "kind": "pass",
            "quantity": 30,
            "product_ids": [Command.set(self.serum.ids)],
        }
        with self.assertRaises(ValidationError):
            self._create_plan("Pass", 300, line_ids=[Command.create(line)])
