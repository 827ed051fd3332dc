# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common_till import SalonTillCommon


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
        self._take_tips()
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

    def test_use_with_tax_on_top(self):
        """Prices without taxes: each use is worth its share to the cent."""
        self.vat.price_include_override = "tax_excluded"
        self.wang.preferred_technician_id = self.mei
        plan = self._create_plan("12 Facials", 1000.0, self.facial, 12)
        facials = self._sell(self.wang, plan)
        self.start_pos_tour("test_use_with_tax_on_top")
        self._assert_left(facials, 11, 916.67)
        order = self._last_order()
        self.assertEqual(order.amount_total, 1166.66)
        bought = self._holding(self.wang, plan) - facials
        self._assert_left(bought, 11, 916.67)

    def test_use_taxed_at_sale(self):
        self.wang.preferred_technician_id = self.mei
        plan = self._create_plan(
            "10 Facials taxed", 960.0, self.facial, 10, tax_point="sale"
        )
        facials = self._sell(self.wang, plan)
        self.start_pos_tour("test_use_taxed_at_sale")
        self._assert_left(facials, 9, 720)
        order = self._last_order()
        self.assertRecordValues(order, [{"amount_total": 80, "amount_tax": 0}])

    def test_use_for_somebody_else_with_tip(self):
        self._take_tips()
        self.wang.preferred_technician_id = self.mei
        facials = self._sell(self.wang, self.ten_facials)
        self.start_pos_tour("test_use_for_somebody_else_with_tip")
        self._assert_left(facials, 9, 864)
        order = self._last_order()
        self.assertEqual(order.partner_id, self.wang)
        self.assertEqual(order.amount_total, 101)
        self.assertEqual(self._logs(order).partner_id, self.li)
