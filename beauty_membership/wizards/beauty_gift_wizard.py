# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class BeautyGiftWizard(models.TransientModel):
    """Asks whom a gift card is mailed to, and with which words."""

    _name = "beauty.gift.wizard"
    _description = "Send a Gift Card"

    contract_id = fields.Many2one("beauty.contract", required=True, readonly=True)
    email = fields.Char(
        string="Mail Address",
        required=True,
        compute="_compute_email",
        store=True,
        readonly=False,
        help="Of whom it is for, or of the buyer who gives it on.",
    )
    name = fields.Char(string="For", help="Printed on the card.")
    message = fields.Text(string="Greeting", help="Printed on the card.")

    @api.depends("contract_id")
    def _compute_email(self):
        for wizard in self:
            contract = wizard.contract_id
            wizard.email = contract.gift_email or contract.buyer_id.email

    def action_send(self):
        """Mail the gift card with its code."""
        self.ensure_one()
        self.contract_id._send_gift(self.email, self.name, self.message)
        return {"type": "ir.actions.act_window_close"}
