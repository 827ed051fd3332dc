# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class ResPartner(models.Model):
    """The passes on the member card."""

    _inherit = "res.partner"

    def _prepare_card(self, config, holdings):
        card = super()._prepare_card(config, holdings)
        passes = self.env["beauty.entitlement"]._prepare_pass_rows(holdings, config)
        ending = [
            {**row, "remaining": row["days_left"]}
            for row in passes
            if row["is_started"]
        ]
        card["passes"] = passes
        card["expiring"] += self._get_card_expiring(ending)
        return card
