# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dateutil.relativedelta import relativedelta

from odoo import api, models

from ..rules.tiers import LOWERED, Decision
from .beauty_tier_change import WARNING


class BeautyTier(models.Model):
    """A member whose tier ends and will not be kept is warned some days before."""

    _inherit = "beauty.tier"

    @api.model
    def _get_warnings(self, company, rows, origins):
        """Return a warning for each tier that will be lowered as things stand.

        :param rows: members whose tier ends soon: dict id, tier_id, valid_until
        :return: list of (res.partner, Decision, Numbers, {}), as `_record` takes it
        """
        warned = self._fetch_warned(company, [row["id"] for row in rows])
        days = {}
        for row in rows:
            if (row["id"], row["valid_until"]) not in warned:
                days.setdefault(row["valid_until"], []).append(row)
        return [
            warning
            for until, ending in days.items()
            for warning in self._get_warnings_of(company, until, ending, origins)
        ]

    @api.model
    def _get_warnings_of(self, company, until, rows, origins):
        """Look at the members whose tier ends on one day as that night will."""
        day = until + relativedelta(days=1)
        partners = self.env["res.partner"].browse([row["id"] for row in rows])
        numbers = self._fetch_numbers(company, day, partners)
        for row in rows:
            found = numbers[row["id"]]
            coming = self._review(company, row, day, found, origins)
            if coming and coming.kind == LOWERED:
                warning = Decision(WARNING, coming.tier_id, coming.valid_until)
                yield self._prepare_row(company, row, warning, found)

    @api.model
    def _fetch_warned(self, company, partner_ids):
        """Return {(partner id, last day)} of the members warned already."""
        warnings = self.env["beauty.tier.change"].search_fetch(
            [
                ("company_id", "=", company.id),
                ("partner_id", "in", partner_ids),
                ("kind", "=", WARNING),
            ],
            ["partner_id", "from_valid_until"],
        )
        return {(row.partner_id.id, row.from_valid_until) for row in warnings}
