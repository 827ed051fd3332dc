# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class BeautyChannelMail(models.AbstractModel):
    """E-mail, by a mail template and Odoo's own queue."""

    _name = "beauty.channel.mail"
    _inherit = "beauty.channel"
    _description = "Messages by E-mail"
    _sequence = 20

    @api.model
    def _can_reach(self, partner, company):
        return bool(company.beauty_message_mail and partner.email)

    @api.model
    def _send(self, message):
        template = self.env.ref("beauty_membership.mail_template_message")
        template.send_mail(message.id, raise_exception=True)
