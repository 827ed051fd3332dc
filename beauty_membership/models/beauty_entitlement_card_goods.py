# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class BeautyEntitlement(models.Model):
    """Goods that were bought and are kept in the shop, on the member card."""

    _inherit = "beauty.entitlement"

    @api.model
    def _prepare_card_row(self, holding, config, today):
        """Kept goods are rows among the sessions, told apart by their kind."""
        row = super()._prepare_card_row(holding, config, today)
        products = holding["products"] or []
        if any(product["is_goods"] for product in products):
            row["kind"] = "goods"
        return row
