# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class BeautyClientChart(models.Model):
    """A member's clinical facts, for technicians and managers only.

    The till learns no more than whether there is an allergy.
    """

    _name = "beauty.client.chart"
    _inherit = ["mail.thread"]
    _description = "Client Chart"
    _rec_name = "partner_id"

    partner_id = fields.Many2one(
        "res.partner", string="Client", required=True, ondelete="restrict", index=True
    )
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    has_allergy = fields.Boolean(tracking=True)
    allergy_note = fields.Text(string="Allergies and Contraindications")

    @api.model
    def _has_allergy(self, partner, company):
        """Return whether a chart of that member in that company tells an allergy."""
        # sudo: the till gets a yes or no, never the chart
        return bool(
            self.sudo().search_count(
                [
                    ("partner_id", "=", partner.id),
                    ("company_id", "=", company.id),
                    ("has_allergy", "=", True),
                ],
                limit=1,
            )
        )
