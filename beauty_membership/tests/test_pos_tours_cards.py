# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common_till import SalonTillCommon


@tagged("post_install", "-at_install")
class TestPosToursCards(SalonTillCommon):
    """Every kind of card at the counter, played in a browser."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.wang.preferred_technician_id = cls.mei

    def test_any_of_card(self):
        """A massage costs two units, also of a card bought on the same ticket."""
        self.massage.session_units = 2
        services = self.facial | self.massage
        held = self._sell(
            self.wang, self._create_plan("10 of Any", 960.0, services, 10)
        )
        plan = self._create_plan("3 of Any", 100.0, services, 3)
        self.start_pos_tour("test_any_of_card")
        self._assert_left(held, 7, 672)
        self._assert_left(self._holding(self.wang, plan), 0, 0)
        used = self._last_order().lines.filtered("plan_line_uuid")
        self.assertEqual(sorted(used.mapped("price_subtotal_incl")), [33.34, 66.66])
