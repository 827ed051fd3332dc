# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields, models

from ..rules.points import (
    HUNDREDTHS,
    Lot,
    get_spendable,
    get_spending_key,
    is_spendable,
)
from .res_partner_card import EXPIRES_SOON_DAYS


class ResPartner(models.Model):
    """What the member card says of points."""

    _inherit = "res.partner"

    def _prepare_card(self, config, holdings):
        """Add `points_info`, and `points` net of what is owed.

        points_info is a dict: balance, spendable, pending (points), expiring (list
        of dict: points, date), rate (dict: per_amount, multiplier, is_gross,
        tier and birthday in hundredths, value_time)
        """
        card = super()._prepare_card(config, holdings)
        rows = [row for row in holdings if row["kind"] == "points"]
        info = self._get_points_info(rows, config.company_id)
        return {**card, "points": info["balance"], "points_info": info}

    def _get_points_info(self, rows, company):
        today = fields.Date.context_today(self)
        lots = self._get_card_lots(rows, today)
        debt = -sum(int(row["remaining"]) for row in rows if row["is_debt"])
        balance = sum(lot.remaining for lot in lots) - debt
        spendable = get_spendable(lots, debt, today)
        return {
            "balance": balance,
            "spendable": spendable,
            "pending": sum(
                lot.remaining for lot in lots if not is_spendable(lot, today)
            ),
            "expiring": self._get_card_points_expiring(lots, today),
            "rate": self._get_points_rate(company, today),
        }

    def _get_card_lots(self, rows, today):
        """Return the lots that are not over, as :class:`..rules.points.Lot`."""
        return [
            Lot(
                row["id"],
                int(row["remaining"]),
                row["date_expiry"],
                row["date_available"],
            )
            for row in rows
            if not row["is_debt"]
            and (row["date_expiry"] or today) >= today
            and row["state"] in (None, "active")
        ]

    def _get_card_points_expiring(self, lots, today):
        """Return what expires soon, soonest first."""
        limit = today + timedelta(days=EXPIRES_SOON_DAYS)
        return [
            {
                "points": lot.remaining,
                "date": fields.Date.to_string(lot.date_expiry),
            }
            for lot in sorted(lots, key=get_spending_key)
            if lot.date_expiry and lot.date_expiry <= limit
        ]

    def _get_points_rate(self, company, today):
        """Return how the member earns today, for the till's preview."""
        rates = self._get_points_multipliers(today)
        multiplier = rates["tier"] * rates["birthday"] / HUNDREDTHS**2
        return {
            **rates,
            "per_amount": company.beauty_points_per_amount,
            "multiplier": multiplier if company.beauty_has_points else 0.0,
            "is_gross": company.beauty_points_basis == "gross",
            "value_time": company.beauty_points_value_time,
        }
