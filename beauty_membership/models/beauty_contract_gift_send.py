# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from werkzeug.urls import url_encode

from odoo import api, models
from odoo.tools import email_normalize

from ..exceptions import MembershipError


class BeautyContract(models.Model):
    """How a gift card reaches whom it is for: by mail, or on paper."""

    _inherit = "beauty.contract"

    def action_open_gift_wizard(self):
        """Ask whom the gift card is sent to."""
        self.ensure_one()
        self._ensure_is_gift()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Send the Gift Card"),
            "res_model": "beauty.gift.wizard",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_contract_id": self.id},
        }

    def action_print_gift(self):
        """Print the gift card, with its code."""
        self.ensure_one()
        self._ensure_is_gift()
        report = self.env.ref("beauty_membership.action_report_gift_card")
        return report.report_action(self, config=False)

    @api.model
    def send_gift(self, contract_id, values, config_id):
        """Mail a gift card that this register sold.

        :param int contract_id: of :meth:`get_gift_cards`
        :param dict values: email, and optionally name and message
        :return: True
        """
        self._ensure_at_till()
        config = self.env["res.partner"]._fetch_config(config_id)
        contract = self.sudo().search(
            [("id", "=", contract_id), ("company_id", "=", config.company_id.id)]
        )
        session = config.current_session_id
        if not session or contract.pos_order_id.session_id != session:
            raise MembershipError(
                self.env._("A manager sends gift cards that were sold earlier.")
            )
        contract._send_gift(*(values.get(key) for key in ("email", "name", "message")))
        return True

    def _send_gift(self, email, name=None, message=None):
        """Mail the card and its code, and keep whom it went to.

        :raises MembershipError: if the address is none, or the card is used up
        """
        self.ensure_one()
        self._ensure_is_gift()
        address = email_normalize(str(email or ""))
        if not address:
            raise MembershipError(self.env._("Type a valid mail address."))
        # sudo: no role writes contracts, and codes are not readable
        contract = self.sudo()
        contract.write(
            {"gift_email": address, "gift_name": name, "gift_message": message}
        )
        template = self.env.ref("beauty_membership.mail_template_gift_card").sudo()
        # a mail of no record: who reads the contract must not read the code in it
        values = {"email_to": address, "model": False, "res_id": False}
        template.send_mail(contract.id, email_values=values)
        contract.message_post(body=self.env._("Sent to %s.", address))

    def _get_gift_qr_url(self):
        """Return the address of the picture of the code, for a mail."""
        self.ensure_one()
        query = {
            "barcode_type": "QR",
            "value": self.claim_code,
            "width": 200,
            "height": 200,
        }
        return f"{self.get_base_url()}/report/barcode/?{url_encode(query)}"
