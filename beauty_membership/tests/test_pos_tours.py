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
                {
                    "name": "Wang Fang",
                    "phone": "138 1111 8000",
                    "member_number": "99000123",
                },
                {"name": "Li Na", "phone": "139 2222 8000", "member_number": "99000124"},
            ]
        )

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
        self._sync(partner, line, cash, price)
        return self._holding(partner, plan)

    def _sync(self, partner, line, method, amount):
        """Send a paid ticket of one line, as the till does."""
        payment = {"uuid": str(uuid4()), "payment_method_id": method.id, "amount": amount}
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

    def _set_manager_pin(self, pin):
        boss = self.env["hr.employee"].create({"name": "Boss", "pin": pin})
        self.main_pos_config.advanced_employee_ids |= boss

    def _move_back(self, log, days):
        """Let the day of a service be past; by SQL, since nobody else may."""
        self.env.cr.execute(
            "UPDATE beauty_service_log SET date = date - %s * interval '1 day' WHERE id = %s",
            (days, log.id),
        )
        log.invalidate_recordset()

    def _assert_left(self, holding, units, money):
        holding.invalidate_recordset()
        self.assertRecordValues(holding, [{"remaining": units, "amount_remaining": money}])


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
        self._assert_left(holding, 9, 864)
        order = self._last_order()
        self.assertEqual(order.payment_ids.payment_method_id.type, "prepaid")
        self.assertEqual(order.amount_total, 96)
        log = self._logs(order)
        self.assertRecordValues(
            log, [{"technician_id": self.mei.id, "partner_id": self.wang.id}]
        )

    def test_mixed_ticket_at_counter(self):
        self.main_pos_config.write(
            {
                "iface_tipproduct": True,
                "tip_product_id": self.env.ref("point_of_sale.product_product_tip").id,
            }
        )
        massages = self._sell(self.wang, self.five_massages)
        self.start_pos_tour("test_mixed_ticket_at_counter")
        self._assert_left(massages, 4, 320)
        self._assert_left(self._holding(self.wang, self.ten_facials), 9, 864)
        order = self._last_order()
        paid = {p.payment_method_id.type: p.amount for p in order.payment_ids}
        self.assertEqual(paid, {"prepaid": 176, "cash": 1025})
        self.assertEqual(self._logs(order).technician_id, self.mei | self.lan)

    def test_undo_and_use_the_right_one(self):
        facials = self._sell(self.wang, self.ten_facials)
        massages = self._sell(self.wang, self.five_massages)
        used = self._use(self.wang, facials, self.facial)
        self.start_pos_tour("test_undo_and_use_the_right_one")
        self._assert_left(facials, 10, 960)
        self._assert_left(massages, 4, 320)
        self.assertTrue(self._logs(used).is_undone)
        self.assertEqual(self._logs(used).undo_reason, "Wrong session")

    def test_undo_of_another_day_needs_pin(self):
        self._set_manager_pin("1234")
        facials = self._sell(self.wang, self.ten_facials)
        used = self._use(self.wang, facials, self.facial)
        self._move_back(self._logs(used), days=2)
        self.start_pos_tour("test_undo_of_another_day_needs_pin")
        self._assert_left(facials, 10, 960)

    def test_technician_is_swapped_afterwards(self):
        facials = self._sell(self.wang, self.ten_facials)
        used = self._use(self.wang, facials, self.facial)
        self.start_pos_tour("test_technician_is_swapped_afterwards")
        self.assertEqual(self._logs(used).technician_id, self.lan)
        self._assert_left(facials, 9, 864)

    def test_refund_of_redemption_gives_session_back(self):
        facials = self._sell(self.wang, self.ten_facials)
        self._use(self.wang, facials, self.facial)
        expiry = facials.date_expiry
        self.start_pos_tour("test_refund_of_redemption_gives_session_back")
        self._assert_left(facials, 10, 960)
        self.assertEqual(facials.date_expiry, expiry)
        refund = self._last_order()
        self.assertEqual(refund.amount_total, -96)
        self.assertRecordValues(refund.payment_ids, [{"amount": -96}])
        self.assertEqual(refund.payment_ids.payment_method_id.type, "prepaid")

    def test_refund_of_used_package_is_refused(self):
        facials = self._sell(self.wang, self.ten_facials)
        self._use(self.wang, facials, self.facial)
        self.start_pos_tour("test_refund_of_used_package_is_refused")
        self._assert_left(facials, 9, 864)
        self.assertEqual(facials.contract_id.state, "active")

    def test_parked_tickets_stay_right(self):
        self.wang.preferred_technician_id = self.mei
        plan = self._create_plan("2 Facials", 192.0, self.facial, 2)
        facials = self._sell(self.wang, plan)
        self.start_pos_tour("test_parked_tickets_stay_right")
        self._assert_left(facials, 0, 0)

    def test_customer_of_a_use_is_explained(self):
        self.wang.preferred_technician_id = self.mei
        facials = self._sell(self.wang, self.ten_facials)
        self.start_pos_tour("test_customer_of_a_use_is_explained")
        self._assert_left(facials, 10, 960)

    def test_offline_use_is_noted_and_captured(self):
        self.wang.preferred_technician_id = self.mei
        facials = self._sell(self.wang, self.ten_facials)
        self.start_pos_tour("test_offline_use_is_noted_and_captured")
        self._assert_left(facials, 9, 864)
        orders = self._orders_of(self.wang)
        self.assertEqual(sorted(orders.mapped("amount_total")), [60, 96, 960])

    def test_noted_use_without_session_left_gets_an_owner(self):
        self.wang.preferred_technician_id = self.mei
        plan = self._create_plan("1 Facial", 100.0, self.facial, 1)
        facial = self._sell(self.wang, plan)
        self.start_pos_tour("test_noted_use_without_session_left_gets_an_owner")
        self._assert_left(facial, 0, 0)
        exception = self.env["beauty.exception"].search([("partner_id", "=", self.wang.id)])
        self.assertRecordValues(exception, [{"kind": "use", "state": "open"}])
        self.assertTrue(exception.user_id)

    def test_offline_use_without_card_is_noted(self):
        facials = self._sell(self.wang, self.ten_facials)
        self.start_pos_tour("test_offline_use_without_card_is_noted")
        self._assert_left(facials, 9, 864)
        self.assertEqual(self._logs(self._last_order()).technician_id, self.lan)

    def test_locked_ticket_survives_reload(self):
        self.wang.preferred_technician_id = self.mei
        facials = self._sell(self.wang, self.ten_facials)
        self.start_pos_tour("test_locked_ticket_survives_reload")
        self._assert_left(facials, 9, 864)
        self.assertEqual(len(self._orders_of(self.wang)), 2)

    def test_other_till_was_faster(self):
        self.wang.preferred_technician_id = self.mei
        plan = self._create_plan("1 Facial", 100.0, self.facial, 1)
        facial = self._sell(self.wang, plan)
        self.start_pos_tour("test_other_till_was_faster")
        self._assert_left(facial, 0, 0)
        self.assertEqual(len(self._orders_of(self.wang)), 2)

    def test_ticket_without_answer_is_locked_and_repeated(self):
        self.wang.preferred_technician_id = self.mei
        facials = self._sell(self.wang, self.ten_facials)
        self.start_pos_tour("test_ticket_without_answer_is_locked_and_repeated")
        self._assert_left(facials, 9, 864)
        self.assertEqual(len(self._orders_of(self.wang)), 2)
