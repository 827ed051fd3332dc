# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from io import BytesIO

from odoo.tests import tagged
from odoo.tools import mute_logger
from odoo.tools.pdf import PdfFileReader

from ..exceptions import MembershipError
from .common_gift import GiftCommon


@tagged("post_install", "-at_install")
class TestGiftCardSent(GiftCommon):
    """A gift card that is mailed or printed."""

    @classmethod
    def default_env_context(cls):
        # mails are what is tested
        return {}

    def test_card_is_mailed(self):
        gift = self._sell_gift(self.other_member)
        action = gift.action_open_gift_wizard()
        wizard = self.env["beauty.gift.wizard"].create(
            {
                **{k[8:]: v for k, v in action["context"].items()},
                "email": "Friend@Example.com",
                "name": "Zhang Wei",
                "message": "Happy birthday",
            }
        )
        Mail = self.env["mail.mail"]
        before = Mail.search([])
        wizard.action_send()
        mail = Mail.search([]) - before
        self.assertEqual(mail.email_to, "friend@example.com")
        for text in (gift.claim_code_text, "Zhang Wei", "Happy birthday", "100"):
            self.assertIn(text, mail.body_html)
        self.assertIn(f"value={gift.claim_code}", mail.body_html)
        self.assertEqual(gift.gift_email, "friend@example.com")

    def test_wrong_address_is_refused(self):
        gift = self._sell_gift()
        with self.assertRaises(MembershipError):
            gift._send_gift("nobody")
        self.assertFalse(gift.gift_email)

    def test_till_mails_what_it_sold(self):
        gift = self._sell_gift()
        Contract = self.env["beauty.contract"].with_user(self.cashier)
        values = {"email": "friend@example.com"}
        self.assertTrue(Contract.send_gift(gift.id, values, self.config.id))
        self._reopen()
        with self.assertRaises(MembershipError):
            Contract.send_gift(gift.id, values, self.config.id)

    def test_card_is_printed_with_its_code(self):
        gift = self._sell_gift()
        gift._send_gift("friend@example.com", "Zhang Wei")
        Report = self.env["ir.actions.report"].with_context(lang="en_US")
        html, _kind = Report._render_qweb_html(
            "beauty_membership.report_gift_card", gift.ids
        )
        text = html.decode()
        self.assertIn(gift.claim_code_text, text)
        self.assertIn("Zhang Wei", text)
        self.assertIn("data:image/png;base64", text)
        self.assertEqual(gift.action_print_gift()["report_type"], "qweb-pdf")

    @mute_logger("odoo.addons.base.models.ir_actions_report")
    def test_cards_become_one_pdf_with_a_page_each(self):
        """Also where wkhtmltopdf is Debian's, and with Chinese letters."""
        self.env["res.lang"]._activate_lang("zh_CN")
        self.gift_plan.product_tmpl_id.with_context(lang="zh_CN").name = "礼品卡"
        gifts = self._sell_gift() | self._sell_gift()
        for lang in ("en_US", "zh_CN"):
            Report = self.env["ir.actions.report"].with_context(
                lang=lang, force_report_rendering=True
            )
            content, kind = Report._render_qweb_pdf(
                "beauty_membership.report_gift_card", gifts.ids
            )
            self.assertEqual(kind, "pdf")
            self.assertEqual(len(PdfFileReader(BytesIO(content)).pages), 2)

    def test_package_is_no_gift_card(self):
        with self.assertRaises(MembershipError):
            self._sell_plan().action_print_gift()
