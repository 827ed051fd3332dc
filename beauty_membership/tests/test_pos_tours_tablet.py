# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common_till import SalonTillCommon


@tagged("post_install", "-at_install")
class TestPosToursTablet(SalonTillCommon):
    """The counter on a tablet, which has no column for the card."""

    browser_size = "1024x768"

    def test_use_on_a_tablet_in_two_actions(self):
        holding = self._sell(self.wang, self.ten_facials)
        self.wang.preferred_technician_id = self.mei
        self.start_pos_tour("test_use_on_a_tablet_in_two_actions")
        self._assert_left(holding, 9, 864)
