# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import hashlib
import hmac
import json
from unittest.mock import Mock, patch

import requests
from freezegun import freeze_time

from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..exceptions import MembershipError
from .common import BeautyMembershipCommon

POST = "odoo.addons.beauty_membership.models.beauty_channel_gateway.requests.post"


@tagged("post_install", "-at_install")
class TestMessages(BeautyMembershipCommon):
    """The member is told what moved, by the channel that reaches her."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.member.email = "li.na@example.com"
        cls.company.sudo().write({"beauty_gateway_url": False, "email": "a@b.example"})

    def _get_message(self, partner=None):
        domain = [("partner_id", "=", (partner or self.member).id)]
        return self.env["beauty.message"].search(domain, limit=1)

    def _send(self):
        with self.enter_registry_test_mode():
            cron = self.env.ref("beauty_membership.ir_cron_send_messages")
            cron.sudo().method_direct_trigger()

    def test_use_tells_what_where_by_whom_and_what_is_left(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        message = self._get_message()
        self.assertIn("Facial: 1 used, 9 left", message.text)
        self.assertIn(f"{self.shop.name} · {self.technician.name}", message.text)
        self.assertEqual(message.state, "waiting")

    def test_sale_undo_and_refund_are_told(self):
        contract = self._sell_plan()
        self.assertIn("Facial: 10 added, 10 left", self._get_message().text)
        order = self._use(contract.entitlement_ids)
        self._sync(
            self._ticket(
                self._refund_lines(order.lines), payments=[(self.prepaid, -96)]
            )
        )
        self.assertIn("Facial: 1 given back, 10 left", self._get_message().text)
        sale = contract.pos_order_id
        self._sync(
            self._ticket(self._refund_lines(sale.lines), payments=[(self.cash, -960)])
        )
        self.assertIn("Facial: 10 refunded, 0 left", self._get_message().text)

    def test_ticket_without_movement_tells_nothing(self):
        self._sync(self._ticket([self._line(self.serum)], self.other_member))
        self.assertFalse(self._get_message(self.other_member))

    def test_refused_ticket_tells_nothing(self):
        contract = self._sell_plan()
        before = self._get_message()
        ticket = self._ticket([self._use_line(contract.entitlement_ids)])
        ticket["partner_id"] = self.other_member.id
        self._assert_refused(MembershipError, ticket)
        self.assertEqual(self._get_message(), before)

    def test_mail_has_the_link_and_is_sent_once(self):
        self._sell_plan()
        message = self._get_message()
        self._send()
        self.assertRecordValues(
            message, [{"state": "sent", "channel": "beauty.channel.mail"}]
        )
        domain = [("model", "=", "beauty.message"), ("res_id", "=", message.id)]
        mail = self.env["mail.mail"].sudo().search(domain)
        self.assertEqual(len(mail), 1)
        self.assertEqual(mail.recipient_ids, self.member)
        self.assertIn("/member/statement/", mail.body_html)
        self._send()
        self.assertEqual(self.env["mail.mail"].sudo().search_count(domain), 1)

    def test_sms_reaches_members_without_mail(self):
        self.member.email = False
        self._sell_plan()
        self.assertFalse(self._get_message(), "SMS costs: off unless it is switched on")
        self.company.beauty_message_sms = True
        self._sell_plan()
        self._send()
        sms = self.env["sms.sms"].search([("partner_id", "=", self.member.id)])
        self.assertEqual(len(sms), 1)
        self.assertIn("10 added", sms.body)
        self.assertIn("/member/statement/", sms.body)

    def test_gateway_comes_first_and_is_signed(self):
        company = self.company.sudo()
        company.beauty_gateway_url = "https://gateway.example.com"
        company.beauty_gateway_secret = "s3cret"
        self._sell_plan()
        with patch(POST, return_value=Mock()) as post:
            self._send()
        (url,), options = post.call_args
        self.assertEqual(url, "https://gateway.example.com")
        signature = hmac.new(b"s3cret", options["data"], hashlib.sha256).hexdigest()
        self.assertEqual(options["headers"]["X-Beauty-Signature"], signature)
        payload = json.loads(options["data"])
        self.assertEqual(payload["member"]["number"], "T88000001")
        self.assertIn("Facial: 10 added, 10 left", payload["lines"][0])
        self.assertEqual(self._get_message().channel, "beauty.channel.gateway")

    def test_failing_gateway_is_tried_again_then_given_up(self):
        self.company.sudo().beauty_gateway_url = "https://gateway.example.com"
        with freeze_time("2026-03-02 10:00:00") as clock:
            self._sell_plan()
            message = self._get_message()
            for tries in range(1, 6):
                clock.tick(24 * 3600)
                with patch(POST, side_effect=requests.ConnectionError("no route")):
                    self._send()
                self.assertEqual(message.tries, tries)
            self.assertEqual(message.state, "failed")
            self.assertIn("no route", message.error)
        with patch(POST, return_value=Mock()):
            message.action_send_again()
        self.assertEqual(message.state, "sent")

    def test_who_wants_none_gets_none(self):
        self.member.beauty_no_messages = True
        self._sell_plan()
        self.assertFalse(self._get_message())

    def test_message_speaks_the_members_language(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        self.facial.with_context(lang="fr_FR").name = "Soin du visage"
        self.member.lang = "fr_FR"
        self._sell_plan()
        self.assertIn("Soin du visage", self._get_message().text)

    def test_cashier_reads_messages_and_writes_none(self):
        self._sell_plan()
        message = self._get_message().with_user(self.cashier)
        self.assertTrue(message.text)
        with self.assertRaises(AccessError):
            message.write({"state": "sent"})
        with self.assertRaises(AccessError):
            message.action_send_again()
        with self.assertRaises(AccessError):
            self.env["beauty.message"].with_user(self.cashier).create(
                {
                    "partner_id": self.member.id,
                    "company_id": self.company.id,
                    "kind": "movement",
                }
            )

    def test_reminder_comes_once_for_each_last_day(self):
        self.plan.validity_months = 1
        with freeze_time("2026-03-02 10:00:00"):
            self._sell_plan()
        sold = self._get_message()
        Message = self.env["beauty.message"].sudo()
        for day in ("2026-03-18", "2026-03-19", "2026-03-20"):
            with freeze_time(day):
                Message._cron_remind()
            if day == "2026-03-18":
                self.assertEqual(self._get_message(), sold, "fifteen days are too far")
        reminders = self._get_message() - sold
        self.assertEqual(reminders.kind, "expiring")
        self.assertIn("Facial: 10 left", reminders.text)
        domain = [("partner_id", "=", self.member.id), ("kind", "=", "expiring")]
        self.assertEqual(Message.search_count(domain), 1)
