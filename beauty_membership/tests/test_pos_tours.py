# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from uuid import uuid4

from odoo import Command, fields
from odoo.tests import tagged

from odoo.addons.point_of_sale.tests.test_frontend import TestPointOfSaleHttpCommon


class SalonTillCommon(TestPointOfSaleHttpCommon):
    """A small salon: two members, two technicians, a package and a serum."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.user.group_ids |= cls.env.ref("hr.group_hr_manager")
        cls.env.user.group_ids |= cls.env.ref("beauty_membership.group_manager")
        cls.pos_user.group_ids |= cls.env.ref("beauty_membership.group_user")
        cls.company = cls.main_pos_config.company_id
        cls.company._beauty_setup()
        cls._create_staff()
        cls._create_products()
        cls._create_members()
        cls._open_register()

    @classmethod
    def _create_staff(cls):
        cls.mei, cls.lan = cls.env["hr.employee"].create(
            [
                {"name": name, "is_technician": True, "company_id": cls.company.id}
                for name in ("Mei", "Lan")
            ]
        )

    @classmethod
    def _create_products(cls):
        cls.vat = cls.env["account.tax"].create(
            {
                "name": "VAT 20%",
                "amount": 20.0,
                "price_include_override": "tax_included",
                "company_id": cls.company.id,
            }
        )
        cls.facial = cls._make_product("Facial", 120.0, is_treatment=True)
        cls.massage = cls._make_product("Massage", 90.0, is_treatment=True)
        cls.serum = cls._make_product("Serum", 60.0, type="consu")
        cls.ten_facials = cls._create_plan("10 Facials", 960.0, cls.facial, 10)
        cls.five_massages = cls._create_plan("5 Massages", 400.0, cls.massage, 5)

    @classmethod
    def _make_product(cls, name, price, **vals):
        return cls.env["product.product"].create(
            {
                "name": name,
                "list_price": price,
                "type": "service",
                "available_in_pos": True,
                "taxes_id": [Command.set(cls.vat.ids)],
                **vals,
            }
        )

    @classmethod
    def _create_plan(cls, name, price, product, quantity, **vals):
        line = {"product_ids": [Command.set(product.ids)], "quantity": quantity}
        return cls.env["beauty.plan"].create(
            {
                "name": name,
                "price": price,
                "company_id": cls.company.id,
                "line_ids": [Command.create(line)],
                **vals,
            }
        )

    @classmethod
    def _create_members(cls):
        cls.wang, cls.li = cls.env["res.partner"].create(
            [
                {"name": "Wang Fang", "phone": "138 1111 8000"},
                {"name": "Li Na", "phone": "139 2222 8000"},
            ]
        )
        (cls.wang | cls.li).action_make_member()

    @classmethod
    def _open_register(cls):
        cls.main_pos_config.with_user(cls.pos_user).open_ui()
        cls.pos_session = cls.main_pos_config.current_session_id
        cls.pos_session.set_opening_control(0, "")

    def _sell(self, partner, plan):
        """Sell a plan at the register and return its holdings."""
        cash = self.main_pos_config.payment_method_ids.filtered("is_cash_count")[:1]
        price = plan.product_tmpl_id.list_price
        line = {
            "uuid": str(uuid4()),
            "product_id": plan.product_tmpl_id.product_variant_id.id,
            "qty": 1,
            "price_unit": price,
            "price_subtotal": price,
            "price_subtotal_incl": price,
            "tax_ids": [Command.set(plan.product_tmpl_id.taxes_id.ids)],
        }
        payment = {"uuid": str(uuid4()), "payment_method_id": cash.id, "amount": price}
        order = {
            "uuid": str(uuid4()),
            "session_id": self.pos_session.id,
            "company_id": self.company.id,
            "partner_id": partner.id,
            "state": "paid",
            "date_order": fields.Datetime.to_string(fields.Datetime.now()),
            "amount_total": price,
            "amount_paid": price,
            "amount_tax": 0,
            "amount_return": 0,
            "lines": [Command.create(line)],
            "payment_ids": [Command.create(payment)],
        }
        self.env["pos.order"].with_user(self.pos_user).sync_from_ui([order])
        return self._holding(partner, plan)

    def _holding(self, partner, plan):
        holdings = self.env["beauty.entitlement"].search(
            [("partner_id", "=", partner.id), ("contract_id.plan_id", "=", plan.id)]
        )
        holdings.invalidate_recordset()
        return holdings

    def _last_order(self):
        return self.env["pos.order"].search([], limit=1, order="id desc")


@tagged("post_install", "-at_install")
class TestPosTours(SalonTillCommon):
    """The story at the counter, played in a browser; then the books are read."""

    def test_find_member_and_card(self):
        self._sell(self.wang, self.ten_facials)
        self.start_pos_tour("test_find_member_and_card")

    def test_sell_plan_at_counter(self):
        self.start_pos_tour("test_sell_plan_at_counter")
        holding = self._holding(self.wang, self.ten_facials)
        self.assertRecordValues(holding, [{"remaining": 10, "amount_remaining": 960}])
        line = self._last_order().lines.filtered("product_id.is_membership_plan")
        self.assertEqual(line.seller_id, self.mei)

    def test_use_session_in_two_actions(self):
        holding = self._sell(self.wang, self.ten_facials)
        self.wang.preferred_technician_id = self.mei
        self.start_pos_tour("test_use_session_in_two_actions")
        holding.invalidate_recordset()
        self.assertRecordValues(holding, [{"remaining": 9, "amount_remaining": 864}])
        order = self._last_order()
        self.assertEqual(order.payment_ids.payment_method_id.type, "prepaid")
        self.assertEqual(order.amount_total, 96)
        log = self.env["beauty.service.log"].search([("pos_order_line_id", "in", order.lines.ids)])
        self.assertRecordValues(log, [{"technician_id": self.mei.id, "partner_id": self.wang.id}])
