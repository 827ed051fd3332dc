# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from urllib.parse import urlsplit

from freezegun import freeze_time

from odoo.tests import HttpCase, tagged

from .common import BeautyMembershipCommon


@tagged("post_install", "-at_install")
class TestStatement(BeautyMembershipCommon, HttpCase):
    """The member's statement opens by its link alone, for some weeks."""

    def _get_path(self, partner=None):
        url = (partner or self.member)._get_statement_url(self.company)
        return urlsplit(url).path

    def test_link_shows_what_is_left_and_what_moved(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        answer = self.url_open(self._get_path())
        self.assertEqual(answer.status_code, 200)
        for words in (self.member.name, "Facial", "<b>9</b> / 10", self.shop.name):
            self.assertIn(words, answer.text)
        self.assertEqual(answer.headers["Cache-Control"], "no-store")
        self.assertEqual(answer.headers["Referrer-Policy"], "no-referrer")

    def test_link_shows_nothing_of_others(self):
        self._sell_plan(partner=self.other_member)
        answer = self.url_open(self._get_path())
        self.assertIn("Nothing is left on your card.", answer.text)
        self.assertNotIn(self.other_member.name, answer.text)

    def test_forged_and_expired_links_say_so(self):
        path = self._get_path()
        with freeze_time("2020-01-01"):
            old = self._get_path()
        broken = [path[:-2] + "AA", "/member/statement/x", "/member/statement/%00", old]
        for bad in broken:
            answer = self.url_open(bad)
            self.assertEqual(answer.status_code, 404, bad)
            self.assertIn("not valid any more", answer.text)

    def test_link_only_shows(self):
        answer = self.url_open(self._get_path(), data={"x": "1"})
        self.assertEqual(answer.status_code, 405)

    def test_name_is_text(self):
        self.member.name = "<script>alert(1)</script>"
        answer = self.url_open(self._get_path())
        self.assertNotIn("<script>alert", answer.text)
