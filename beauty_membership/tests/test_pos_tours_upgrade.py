# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common_till import SalonTillCommon


@tagged("post_install", "-at_install")
class TestPosToursUpgrade(SalonTillCommon):
    """A smaller plan goes into a bigger one at the counter, and back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.twenty = cls._create_plan("20 Facials", 1800.0, cls.facial, 20)

    def test_upgrade_and_back(self):
        held = self._sell(self.wang, self.ten_facials)
        self._use(self.wang, held, self.facial)
        self.start_pos_tour("test_upgrade_pays_the_difference")
        self._assert_left(held, 0, 0)
        new = self._holding(self.wang, self.twenty)
        self._assert_left(new, 20, 1800)
        order = self._last_order()
        self.assertEqual((order.amount_total, order.amount_paid), (936.0, 936.0))
        self.start_pos_tour("test_upgrade_is_returned_with_its_rest")
        self._assert_left(held, 9, 864)
        self._assert_left(new, 0, 0)
