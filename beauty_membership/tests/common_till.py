# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from uuid import uuid4

from odoo import Command, fields

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
        lines = (
            cls.vat.invoice_repartition_line_ids | cls.vat.refund_repartition_line_ids
        )
        lines.filtered(
            lambda line: line.repartition_type == "tax"
        ).account_id = cls.company_data["default_account_tax_sale"]
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
                {
                    "name": "Wang Fang",
                    "phone": "138 1111 8000",
                    "member_number": "99000123",
                },
                {
                    "name": "Li Na",
                    "phone": "139 2222 8000",
                    "member_number": "99000124",
                },
            ]
        )

    @classmethod
    def _open_register(cls):
        cls.main_pos_config.with_user(cls.pos_user).open_ui()
        cls.pos_session = cls.main_pos_config.current_session_id
        cls.pos_session.set_opening_control(0, "")

    def _sell(self, partner, plan, paid=None):
        """Sell a plan at the register, or a part of it, and return its holdings."""
        cash = self.main_pos_config.payment_method_ids.filtered("is_cash_count")[:1]
        full = plan.product_tmpl_id.list_price
        price = full if paid is None else paid
        line = {
            "uuid": str(uuid4()),
            "product_id": plan.product_tmpl_id.product_variant_id.id,
            "qty": 1,
            "price_unit": price,
            "plan_amount_due": full - price,
            "price_subtotal": price,
            "price_subtotal_incl": price,
            "tax_ids": [Command.set(plan.product_tmpl_id.taxes_id.ids)],
        }
        self._sync(partner, line, cash, price)
        return self._holding(partner, plan)

    def _sync(self, partner, line, method, amount):
        """Send a paid ticket of one line, as the till does."""
        payment = {
            "uuid": str(uuid4()),
            "payment_method_id": method.id,
            "amount": amount,
        }
        order = {
            "uuid": str(uuid4()),
            "session_id": self.pos_session.id,
            "company_id": self.company.id,
            "partner_id": partner.id,
            "state": "paid",
            "date_order": fields.Datetime.to_string(fields.Datetime.now()),
            "amount_total": amount,
            "amount_paid": amount,
            "amount_tax": 0,
            "amount_return": 0,
            "lines": [Command.create(line)],
            "payment_ids": [Command.create(payment)],
        }
        self.env["pos.order"].with_user(self.pos_user).sync_from_ui([order])

    def _use(self, partner, holding, product):
        """Use one session at the register, by Mei."""
        price = holding._get_use_price(product, self.main_pos_config)
        line = {
            "uuid": str(uuid4()),
            "product_id": product.id,
            "qty": 1,
            "price_unit": price["price_unit"],
            "price_subtotal": price["value"],
            "price_subtotal_incl": price["value"],
            "tax_ids": [Command.set(price["tax_ids"])],
            "extra_tax_data": price["extra_tax_data"],
            "entitlement_id": holding.id,
            "technician_id": self.mei.id,
        }
        method = self.main_pos_config.payment_method_ids.filtered("is_prepaid")
        self._sync(partner, line, method, price["value"])
        return self._last_order()

    def _holding(self, partner, plan):
        holdings = self.env["beauty.entitlement"].search(
            [("partner_id", "=", partner.id), ("contract_id.plan_id", "=", plan.id)]
        )
        holdings.invalidate_recordset()
        return holdings

    def _last_order(self):
        return self.env["pos.order"].search([], limit=1, order="id desc")

    def _orders_of(self, partner):
        return self.env["pos.order"].search(
            [("partner_id", "=", partner.id), ("state", "=", "paid")]
        )

    def _logs(self, order):
        return self.env["beauty.service.log"].search(
            [("pos_order_line_id", "in", order.lines.ids)]
        )

    def _take_tips(self):
        tip = self.env.ref("point_of_sale.product_product_tip")
        self.main_pos_config.write({"iface_tipproduct": True, "tip_product_id": tip.id})

    def _set_manager_pin(self, pin):
        boss = self.env["hr.employee"].create({"name": "Boss", "pin": pin})
        self.main_pos_config.advanced_employee_ids |= boss

    def _move_back(self, log, days):
        """Let the day of a service be past; by SQL, since nobody else may."""
        self.env.cr.execute(
            "UPDATE beauty_service_log SET date = date - %s * interval '1 day'"
            " WHERE id = %s",
            (days, log.id),
        )
        log.invalidate_recordset()

    def _assert_left(self, holding, units, money):
        holding.invalidate_recordset()
        self.assertRecordValues(
            holding, [{"remaining": units, "amount_remaining": money}]
        )
