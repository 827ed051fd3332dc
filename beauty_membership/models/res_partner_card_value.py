# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class ResPartner(models.Model):
    """Stored value on the member card: principal and bonus apart, lot by lot."""

    _inherit = "res.partner"

    def _prepare_card(self, config, holdings):
        card = super()._prepare_card(config, holdings)
        lots = self.env["beauty.entitlement"]._prepare_value_rows(holdings, config)
        card["value_lots"] = lots
        card["expiring"] += self._get_card_value_expiring(lots)
        return card

    def _get_card_value_expiring(self, lots):
        """Return the money that expires soon, by day: principal and bonus together."""
        rows = [{**lot, "name": lot["plan_name"]} for lot in lots]
        by_day = {}
        for row in self._get_card_expiring(rows):
            day = by_day.setdefault(row["date_expiry"], {**row, "remaining": 0.0})
            day.update(is_money=True, remaining=day["remaining"] + row["remaining"])
        return list(by_day.values())
