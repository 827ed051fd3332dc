# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import re
from io import BytesIO
from unittest.mock import patch

from freezegun import freeze_time
from PIL import Image, ImageDraw

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import Form, new_test_user, tagged

from ..exceptions import ConfirmationRefused, MembershipError
from .common import BeautyMembershipCommon


def draw(fmt="PNG", stroke=True, size=(300, 120)):
    """Return a signature as the till's canvas gives it."""
    image = Image.new("RGB", size, "white")
    if stroke:
        ImageDraw.Draw(image).line((10, 60, 200, 20), fill="black", width=3)
    buffer = BytesIO()
    image.save(buffer, fmt)
    return "data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode()


@tagged("post_install", "-at_install")
class TestConfirmation(BeautyMembershipCommon):
    """Nothing leaves a card that its member did not confirm, as agreed at the sale."""

    def setUp(self):
        super().setUp()
        self.policy = self.env["beauty.policy"].create(
            {"name": "Sign", "confirmation": "signature"}
        )
        self.plan.policy_id = self.policy
        self.addCleanup(self._forget_tries, f"member:{self.member.id}")

    def _forget_tries(self, key):
        """Tries are counted in a transaction of their own, which no test undoes."""
        self.env["beauty.pin.guard"]._forgive(key)

    def _sell(self, confirmation="signature", least=0):
        self.policy.write(
            {"confirmation": confirmation, "confirmation_min_amount": least}
        )
        self.holding = self._sell_plan().entitlement_ids
        return self.holding

    def _confirmed(self, method, value=None, units=1, **values):
        line = self._use_line(self.holding, units=units)
        sent = {"method": method, "value": value}
        return self._ticket([line], membership_confirmation=sent, **values)

    def _set_pin(self, pin="2468", old=None, user=None):
        Partner = self.env["res.partner"].with_user(user or self.cashier)
        return Partner.set_member_pin(self.member.id, pin, self.config.id, old)

    def _send_code(self, channel="mail"):
        """Return the code the member reads."""
        texts = []
        Partner = self.env.registry["res.partner"]
        with patch.object(
            Partner, "_send_code_mail", lambda self, text, company: texts.append(text)
        ):
            self.env["res.partner"].with_user(self.cashier).send_confirmation_code(
                self.member.id, self.config.id, channel
            )
        code = re.search(r"\b\d{6}\b", texts[0]).group()
        row = self.env["beauty.confirmation.code"].sudo().search([], limit=1)
        self.addCleanup(self._forget_tries, f"code:{row.id}")
        return code

    # By policy

    def test_without_policy_nobody_is_asked(self):
        self._sell("none")
        self.assertFalse(self._use(self.holding).confirmation_method)

    def test_policy_is_copied_to_the_contract(self):
        contract = self._sell("signature", 50).contract_id
        self.policy.confirmation = "none"
        self.assertRecordValues(
            contract, [{"confirmation": "signature", "confirmation_min_amount": 50}]
        )

    def test_china_preset_asks_for_a_signature(self):
        china = self.env.ref("beauty_membership.beauty_policy_china")
        form = Form(self.plan)
        form.policy_id = china
        form.save()
        self.assertEqual(self._sell_plan().confirmation, "signature")

    def test_unconfirmed_use_is_refused_and_says_how(self):
        ticket = self._ticket([self._use_line(self._sell())])
        self._assert_refused(ConfirmationRefused, ticket)
        with self.assertRaises(ConfirmationRefused) as caught:
            self._sync(ticket)
        self.assertEqual(caught.exception.context, {"method": "signature"})

    def test_below_the_least_amount_nobody_is_asked(self):
        self._sell(least=97)
        self.assertEqual(self._use(self.holding).state, "paid")
        ticket = self._ticket([self._use_line(self.holding, units=2)])
        self._assert_refused(ConfirmationRefused, ticket)

    def test_first_use_of_a_package_on_its_own_ticket_is_confirmed(self):
        plan_line = self._plan_line()
        use = self._line(self.facial, 96, plan_line_uuid=plan_line["uuid"])
        ticket = self._ticket([plan_line, use])
        self._assert_refused(ConfirmationRefused, ticket)
        sent = {"method": "signature", "value": draw()}
        order = self._sync({**ticket, "membership_confirmation": sent})
        self.assertEqual(order.confirmation_method, "signature")

    def test_sale_and_undo_are_not_confirmed(self):
        self._sell()
        order = self._sync(self._confirmed("signature", draw()))
        lines = self._refund_lines(order.lines)
        self._sync(self._ticket(lines, payments=[(self.prepaid, -96.0)]))
        self.assertEqual(self.holding.remaining, 10)
        self._close()
        self._assert_ledger_holds()

    # Signature

    def test_signature_is_a_private_attachment_of_the_ticket(self):
        self._sell()
        order = self._sync(self._confirmed("signature", draw()))
        self.assertEqual(order.confirmation_method, "signature")
        attachment = self.env["ir.attachment"].search(
            [("res_model", "=", "pos.order"), ("res_id", "=", order.id)]
            + [("res_field", "=", "confirmation_signature")]
        )
        self.assertRecordValues(
            attachment, [{"public": False, "mimetype": "image/png"}]
        )
        self.assertFalse(order.membership_confirmation)

    def test_what_is_no_signature_is_refused(self):
        self._sell()
        for value in (
            None,
            "",
            "scribble",
            {"x": 1},
            draw(stroke=False),
            draw("JPEG"),
            draw()[:200],
            draw(size=(3000, 3000)),
            "A" * 900_000,
        ):
            ticket = self._confirmed("signature", value)
            self._assert_refused(ConfirmationRefused, ticket)
        self._assert_refused(ConfirmationRefused, self._confirmed("none"))
        self._assert_refused(ConfirmationRefused, self._confirmed(["signature"]))

    def test_cashier_writes_no_confirmation(self):
        self._sell()
        ticket = self._ticket(
            [self._use_line(self.holding)],
            confirmation_method="signature",
            confirmation_signature=draw().partition(",")[2],
        )
        self._assert_refused(ConfirmationRefused, ticket)
        order = self._sync(self._confirmed("signature", draw()))
        order.with_user(self.cashier).confirmation_method = "code"
        self.assertEqual(order.confirmation_method, "signature")

    def test_confirmation_of_a_draft_does_not_last(self):
        """A draft that was confirmed may change before it is paid."""
        self._sell()
        order = self._sync(self._confirmed("signature", draw(), state="draft"))
        self.assertFalse(order.confirmation_method)
        self.env.cr.cache.clear()  # the next request
        with self.assertRaises(ConfirmationRefused):
            order.with_user(self.cashier).action_pos_order_paid()
        self.assertEqual(self.holding.remaining, 10)

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

    # Without a connection

    def test_slip_signed_offline_is_stored_and_reviewed(self):
        self._sell("pin")
        order = self._sync(self._confirmed("slip"))
        self.assertEqual(order.confirmation_method, "slip")
        row = self.env["beauty.approval"].search([("order_id", "=", order.id)])
        self.assertRecordValues(
            row,
            [{"kind": "slip", "state": "flagged", "partner_id": self.member.id}],
        )

    def test_slip_where_nothing_is_asked_is_no_row(self):
        self._sell("none")
        order = self._sync(self._confirmed("slip"))
        self.assertFalse(
            self.env["beauty.approval"].search([("order_id", "=", order.id)])
        )

    # Card

    def test_card_says_how_she_confirms(self):
        self._sell("pin", 50)
        card = self._get_card()["confirmation"]
        contract = self.holding.contract_id
        self.assertEqual(
            card["contracts"], {contract.id: {"method": "pin", "min_amount": 50.0}}
        )
        self.assertFalse(card["has_pin"])
        self._set_pin()
        self.assertTrue(self._get_card()["confirmation"]["has_pin"])
        self.assertNotIn("2468", str(self._get_card()))

    def _get_card(self):
        Partner = self.env["res.partner"].with_user(self.cashier)
        return Partner.get_member_card(self.member.id, self.config.id)

    def test_signature_does_not_reach_other_tills(self):
        names = self.env["pos.order"]._load_pos_data_fields(self.config)
        self.assertNotIn("confirmation_signature", names)
        self.assertIn("confirmation_method", names)
