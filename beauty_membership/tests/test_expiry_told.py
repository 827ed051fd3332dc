# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo.tests import tagged

from .common_expiry import START, ExpiryCommon
from .common_points import PointsCommon


@tagged("post_install", "-at_install")
@freeze_time(START)
class TestExpiryTold(ExpiryCommon, PointsCommon):
    """A member is told before something expires, in its days of grace, and after."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.member.email = "li@example.com"

    def _remind(self, day):
        """Return what she was told by the job of a day, newest first."""
        Message = self.env["beauty.message"]
        known = Message.search([])
        with freeze_time(f"{day} 10:00:00"):
            Message.sudo()._cron_remind()
        new = (Message.search([]) - known).filtered(
            lambda message: message.partner_id == self.member
        )
        return new.mapped("text")

    def test_reminded_before_and_once_in_the_days_of_grace(self):
        self.company.beauty_has_points = False
        self._sell_and_close(uses=2)
        self.assertEqual(self._remind("2027-01-31"), [])
        (before,) = self._remind("2027-02-01")
        self.assertIn("8 left", before)
        self.assertIn("02/15/2027", before)
        self.assertEqual(self._remind("2027-02-15"), [])
        (in_grace,) = self._remind("2027-02-16")
        self.assertIn("02/20/2027", in_grace)
        self.assertEqual(self._remind("2027-02-17"), [])
        self.assertEqual(self._remind("2027-02-21"), [])

    def test_without_grace_nothing_comes_after_the_last_day(self):
        self.company.beauty_has_points = False
        self.policy.grace_days = 0
        self._sell_and_close()
        self.assertEqual(self._remind("2027-02-16"), [])

    def test_expired_points_are_told(self):
        self._buy(self.serum)
        with freeze_time("2028-03-01 10:00:00"):
            self.env["beauty.entitlement"]._expire_points()
        message = self.env["beauty.message"].search(
            [("partner_id", "=", self.member.id)], limit=1
        )
        self.assertIn("Points: 60 expired, 0 left", message.text)
        count = self.env["beauty.message"].search_count([])
        with freeze_time("2028-03-02 10:00:00"):
            self.env["beauty.entitlement"]._expire_points()
        self.assertEqual(self.env["beauty.message"].search_count([]), count)
