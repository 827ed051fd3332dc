# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class ResPartner(models.Model):
    """Stored value on the member card: principal and bonus apart, lot by lot."""

    _inherit = "res.partner"

    def _prepare_card(self, config, holdings):
        Entitlement = self.env["beauty.entitlement"]
        return {
            **super()._prepare_card(config, holdings),
            "value_lots": Entitlement._prepare_value_rows(holdings, config),
        }
