# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import Form, new_test_user, tagged

from ..exceptions import ConfirmationRefused, MembershipError
from .common_confirmation import ConfirmationCommon, draw


@tagged("post_install", "-at_install")
class TestConfirmationSecrets(ConfirmationCommon):
    """Her PIN and the codes she is sent: right, wrong, too often, too late."""

    # PIN

    def test_her_pin_confirms(self):
        self._sell("pin")
        self.assertTrue(self._set_pin()["ok"])
        order = self._sync(self._confirmed("pin", "2468"))
        self.assertEqual(order.confirmation_method, "pin")
        self.assertNotIn("2468", self.member.sudo().member_pin_hash)

    def test_signature_does_not_replace_a_pin(self):
        self._sell("pin")
        self._assert_refused(ConfirmationRefused, self._confirmed("signature", draw()))

    def test_pin_replaces_a_signature(self):
        self._sell("signature")
        self._set_pin()
        self.assertEqual(self._sync(self._confirmed("pin", "2468")).state, "paid")

    def test_five_wrong_pins_block_for_a_quarter_of_an_hour(self):
        self._sell("pin")
        self._set_pin()
        start = fields.Datetime.now()
        with freeze_time(start):
            for guess in range(5):
                ticket = self._confirmed("pin", f"000{guess}")
                self._assert_refused(ConfirmationRefused, ticket)
            ticket = self._confirmed("pin", "2468")
            self._assert_refused(ConfirmationRefused, ticket)
            self.assertFalse(self._set_pin("1111", old="2468")["ok"])
        with freeze_time(fields.Datetime.add(start, minutes=14)):
            ticket = self._confirmed("pin", "2468")
            self._assert_refused(ConfirmationRefused, ticket)
        with freeze_time(fields.Datetime.add(start, minutes=16)):
            self.assertEqual(self._sync(self._confirmed("pin", "2468")).state, "paid")

    def test_pin_of_another_member_is_refused(self):
        self._sell("pin")
        self._set_pin()
        self.other_member.sudo()._set_member_pin("9999")
        self._assert_refused(ConfirmationRefused, self._confirmed("pin", "9999"))

    def test_cashier_does_not_replace_a_pin_she_does_not_know(self):
        self._set_pin()
        self.assertFalse(self._set_pin("1111")["ok"])
        self.assertFalse(self._set_pin("1111", old="0000")["ok"])
        self.assertTrue(self._set_pin("1111", old="2468")["ok"])
        with self.assertRaises(AccessError):
            self.member.with_user(self.cashier).member_pin = "2222"
        with self.assertRaises(AccessError):
            self.member.with_user(self.cashier).read(["member_pin_hash"])

    def test_manager_sets_a_new_pin_in_the_form(self):
        self._set_pin()
        with Form(self.member) as form:
            form.member_pin = "1357"
        self.assertTrue(self.member.sudo()._is_member_pin("1357"))
        self.assertFalse(self.member.member_pin)
        self.assertIn("set the PIN", self.member.message_ids[:1].body)

    def test_pin_has_four_to_six_digits(self):
        for pin in ("123", "1234567", "abcd", "", "１２３４"):
            with self.assertRaises(MembershipError):
                self._set_pin(pin)

    def test_strangers_set_no_pin_and_send_no_code(self):
        stranger = new_test_user(self.env, "stranger", groups="base.group_user")
        with self.assertRaises(MembershipError):
            self._set_pin(user=stranger)
        Partner = self.env["res.partner"].with_user(stranger)
        with self.assertRaises(MembershipError):
            Partner.send_confirmation_code(self.member.id, self.config.id)

    # Code

    def test_code_confirms_once(self):
        self._sell("code")
        self.member.email = "li@example.com"
        code = self._send_code()
        order = self._sync(self._confirmed("code", code))
        self.assertEqual(order.confirmation_method, "code")
        self._assert_refused(ConfirmationRefused, self._confirmed("code", code))

    def test_code_ends_after_ten_minutes_and_with_the_next(self):
        self._sell("code")
        self.member.email = "li@example.com"
        first = self._send_code()
        second = self._send_code()
        if first != second:
            self._assert_refused(ConfirmationRefused, self._confirmed("code", first))
        with freeze_time(fields.Datetime.add(fields.Datetime.now(), minutes=11)):
            self._assert_refused(ConfirmationRefused, self._confirmed("code", second))

    def test_code_is_tried_five_times(self):
        self._sell("code")
        self.member.email = "li@example.com"
        code = self._send_code()
        for step in range(1, 6):
            wrong = f"{(int(code) + step) % 10**6:06}"
            self._assert_refused(ConfirmationRefused, self._confirmed("code", wrong))
        self._assert_refused(ConfirmationRefused, self._confirmed("code", code))

    def test_codes_are_not_sent_without_end(self):
        self.member.email = "li@example.com"
        for _i in range(5):
            self._send_code()
        with self.assertRaises(MembershipError):
            self._send_code()

    def test_code_needs_phone_or_mail(self):
        Partner = self.env["res.partner"].with_user(self.cashier)
        with self.assertRaises(MembershipError):
            Partner.send_confirmation_code(self.other_member.id, self.config.id)

    def test_code_is_sent_by_sms_or_mail_and_not_kept(self):
        self.member.email = "li@example.com"
        channels = self.member._get_code_channels()
        self.assertEqual(channels, {"sms": "138****1234", "mail": "l***@example.com"})
        sent = []
        Sms, Mail = self.env.registry["sms.sms"], self.env.registry["mail.mail"]
        Partner = self.env["res.partner"].with_user(self.cashier)
        with (
            patch.object(Sms, "send", lambda row, **kw: sent.append(row.body)),
            patch.object(Mail, "send", lambda row, **kw: sent.append(row.body_html)),
        ):
            for channel in ("sms", "mail"):
                Partner.send_confirmation_code(self.member.id, self.config.id, channel)
        self.assertEqual(len(sent), 2)
        for text in sent:
            self.assertRegex(text, r"\b\d{6}\b")
        mails = self.env["mail.mail"].search([("email_to", "=", "li@example.com")])
        self.assertFalse(mails)
