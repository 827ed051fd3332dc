# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from urllib.parse import urlencode

from odoo import fields, models


class BeautyLedgerWizard(models.TransientModel):
    """Asks which part of the ledger goes into a file."""

    _name = "beauty.ledger.wizard"
    _description = "Export the Membership Ledger"

    date_from = fields.Date(
        string="From",
        required=True,
        default=lambda self: fields.Date.context_today(self).replace(month=1, day=1),
        help="First day of the period, included.",
    )
    date_to = fields.Date(
        string="To",
        required=True,
        default=fields.Date.context_today,
        help="Last day of the period, included.",
    )

    def action_csv(self):
        """Give the entries of the period as CSV."""
        return self._get_download("csv")

    def action_excel(self):
        """Give the entries of the period as an Excel workbook."""
        return self._get_download("xlsx")

    def _get_download(self, extension):
        self.ensure_one()
        params = {
            "date_from": self.date_from,
            "date_to": self.date_to,
            "company_ids": ",".join(map(str, self.env.companies.ids)),
        }
        return {
            "type": "ir.actions.act_url",
            "url": f"/beauty_membership/ledger.{extension}?{urlencode(params)}",
            "target": "download",
        }
