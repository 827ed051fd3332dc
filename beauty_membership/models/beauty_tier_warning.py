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
        rows = [row for row in rows if (row["id"], row["valid_until"]) not in warned]
        sure, open_days = self._sort_by_ends(company, rows, origins)
        return sure + [
            warning
            for until, ending in open_days.items()
            for warning in self._get_warnings_of(company, until, ending, origins)
        ]

    @api.model
    def _sort_by_ends(self, company, rows, origins):
        """Decide about the members on whom both ends of the time to come agree.

        As the window moves on, numbers fall: what the last of all the days would
        keep, each day keeps; what today would lower, each day lowers. Only the
        members between are looked at day by day.

        :return: (list of warnings, {last day of the tier: rows still open})
        """
        if not rows:
            return [], {}
        latest = max(row["valid_until"] for row in rows) + relativedelta(days=1)
        partners = self.env["res.partner"].browse([row["id"] for row in rows])
        numbers = self._fetch_numbers(company, latest, partners)
        warnings, open_days = [], {}
        for row in rows:
            now = self._read_numbers(company, row)
            warning = self._get_warning(company, row, now, origins)
            if warning:
                warnings.append(warning)
            elif self._get_warning(company, row, numbers[row["id"]], origins):
                open_days.setdefault(row["valid_until"], []).append(row)
        return warnings, open_days

    @api.model
    def _get_warning(self, company, row, numbers, origins):
        """Return the warning that a member's numbers call for, or None."""
        day = row["valid_until"] + relativedelta(days=1)
        coming = self._review(company, row, day, numbers, origins)
        if not coming or coming.kind != LOWERED:
            return None
        warning = Decision(WARNING, coming.tier_id, coming.valid_until)
        return self._prepare_row(company, row, warning, numbers)

    @api.model
    def _get_warnings_of(self, company, until, rows, origins):
        """Look at the members whose tier ends on one day as that night will."""
        day = until + relativedelta(days=1)
        partners = self.env["res.partner"].browse([row["id"] for row in rows])
        numbers = self._fetch_numbers(company, day, partners)
        found = (
            self._get_warning(company, row, numbers[row["id"]], origins) for row in rows
        )
        return [warning for warning in found if warning]

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
