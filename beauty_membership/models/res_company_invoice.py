# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

ACTIVATIONS = [
    ("posted", "When the invoice is posted"),
    ("paid", "As the invoice is paid"),
]


class ResCompany(models.Model):
    """How a company sells plans by invoice."""

    _inherit = "res.company"

    beauty_invoice_activation = fields.Selection(
        selection=ACTIVATIONS,
        string="Plans on Invoices",
        default="posted",
        help="When what a customer invoice sells can be used. As it is paid: each "
        "payment releases what it pays for; stored value and gifts come with the last "
        "one, and validity runs from the first.",
    )


class ResConfigSettings(models.TransientModel):
    """How the company sells plans by invoice."""

    _inherit = "res.config.settings"

    beauty_invoice_activation = fields.Selection(
        related="company_id.beauty_invoice_activation", readonly=False
    )
