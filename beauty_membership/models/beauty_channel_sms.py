# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class BeautyChannelSms(models.AbstractModel):
    """Text messages, by an SMS template and Odoo's own queue."""

    _name = "beauty.channel.sms"
    _inherit = "beauty.channel"
    _description = "Messages by SMS"
    _sequence = 30

    @api.model
    def _can_reach(self, partner, company):
        return bool(company.beauty_message_sms and partner.phone)

    @api.model
    def _send(self, message):
        template = self.env.ref("beauty_membership.sms_template_message")
        body = template._render_field("body", message.ids, compute_lang=True)
        partner = message.partner_id
        self.env["sms.sms"].create(
            {
                "number": partner._phone_format(fname="phone") or partner.phone,
                "body": body[message.id],
                "partner_id": partner.id,
            }
        )
