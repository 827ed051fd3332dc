# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import hashlib
import hmac
import json

import requests

from odoo import api, models

TIMEOUT_SECONDS = 10


class BeautyChannelGateway(models.AbstractModel):
    """A gateway of the salon's own: an official account, a messenger, a mini-app.

    Each message is one HTTP POST of JSON, signed with the company's secret in the
    header `X-Beauty-Signature` (HMAC-SHA256 of the body, hexadecimal). Any answer
    but 2xx means: try again later.
    """

    _name = "beauty.channel.gateway"
    _inherit = "beauty.channel"
    _description = "Messages by a Gateway"
    _sequence = 10

    @api.model
    def _can_reach(self, partner, company):
        has_address = partner.phone or partner.member_number
        return bool(company.sudo().beauty_gateway_url and has_address)

    @api.model
    def _send(self, message):
        # sudo: address and secret of the gateway are the administrator's
        company = message.company_id.sudo()
        body = json.dumps(self._prepare_payload(message), ensure_ascii=False).encode()
        secret = (company.beauty_gateway_secret or "").encode()
        response = requests.post(
            company.beauty_gateway_url,
            data=body,
            headers={
                "Content-Type": "application/json",
                "X-Beauty-Signature": hmac.new(
                    secret, body, hashlib.sha256
                ).hexdigest(),
            },
            timeout=TIMEOUT_SECONDS,
        )
        response.raise_for_status()

    @api.model
    def _prepare_payload(self, message):
        """Return what the gateway gets.

        :return: dict: id (repeated when tried again), kind, title, lines (list of
            str), url, and the member's number, phone, name and lang
        """
        partner = message.partner_id
        return {
            "id": message.id,
            "kind": message.kind,
            "title": message.subject,
            "lines": message._get_lines(),
            "url": message.statement_url,
            "member": {
                "number": partner.member_number or "",
                "phone": partner.phone or "",
                "name": partner.name,
                "lang": partner.lang or "",
            },
        }
