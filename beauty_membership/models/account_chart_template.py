# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class AccountChartTemplate(models.AbstractModel):
    """A chart brings the membership's accounts, journal and tender."""

    _inherit = "account.chart.template"

    def _post_load_data(self, template_code, company, template_data):
        """A company that gets its chart later gets the membership accounts with it."""
        res = super()._post_load_data(template_code, company, template_data)
        (company or self.env.company)._beauty_setup()
        return res
