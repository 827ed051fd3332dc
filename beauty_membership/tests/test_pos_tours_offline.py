# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common_till import SalonTillCommon


@tagged("post_install", "-at_install")
class TestPosToursOffline(SalonTillCommon):
    """The line drops at every bad moment; nothing is lost, nothing taken twice."""

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
        exception = self.env["beauty.exception"].search(
            [("partner_id", "=", self.wang.id)]
        )
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
