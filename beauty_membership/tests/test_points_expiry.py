# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from freezegun import freeze_time

from odoo.tests import tagged

from .common_points import PointsCommon


@tagged("post_install", "-at_install")
class TestPointsExpire(PointsCommon):
    """What is over goes at night; what will be is told before."""

    def test_expired_lots_are_emptied_once(self):
        self._give(100)
        lot = self._get_points()
        Entitlement = self.env["beauty.entitlement"]
        with freeze_time(f"{lot.date_expiry} 12:00:00"):
            Entitlement._expire_points()
            self.assertEqual(lot.remaining, 100)
        after = lot.date_expiry + timedelta(days=1)
        with freeze_time(f"{after} 12:00:00"):
            Entitlement._expire_points()
            Entitlement._expire_points()
        self.assertEqual(lot.remaining, 0)
        self.assertEqual(sorted(lot.entry_ids.mapped("movement")), ["expire", "grant"])
        self._assert_ledger_holds()

    def test_reminder_lists_what_expires_soon(self):
        self._give(100)
        lot = self._get_points()
        soon = lot.date_expiry - timedelta(days=10)
        message = self.env["beauty.message"]
        with freeze_time(f"{soon} 12:00:00"):
            self.company.beauty_remind_days = 9
            self.assertNotIn(lot, message._find_expiring(self.company))
            self.company.beauty_remind_days = 10
            self.assertIn(lot, message._find_expiring(self.company))
