# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

ONCE = "once"
INVOICE_RULES = [
    ("each", "At the sale and at each use"),
    (ONCE, "Once: at the sale or at the use"),
]


class BeautyPolicy(models.Model):
    """How often what a member paid ahead is invoiced."""

    _inherit = "beauty.policy"

    invoice_rule = fields.Selection(
        selection=INVOICE_RULES,
        string="Invoiced",
        required=True,
        default="each",
        help="Once: what was invoiced when it was paid is not invoiced again when it "
        "is used, and the other way round (China: an untaxed ordinary invoice at the "
        "sale, or a taxed one at the use).",
    )

    def _prepare_contract_vals(self):
        rule = self.invoice_rule or "each"
        return {**super()._prepare_contract_vals(), "invoice_rule": rule}
