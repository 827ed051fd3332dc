# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from .beauty_plan_line import UNITS


class BeautyEntitlement(models.Model):
    """Which expiry of a holding its member was reminded of."""

    _inherit = "beauty.entitlement"

    reminded_for = fields.Date(
        readonly=True,
        copy=False,
        help="The last day of use that its member was reminded of; in the days of "
        "grace their last one.",
    )

    def _get_last_use(self, day):
        """Return the last day of use as it stands on a day: with grace, once it runs.

        :return: date
        """
        self.ensure_one()
        grace = self.contract_id.grace_days
        if day > self.date_expiry and grace:
            return fields.Date.add(self.date_expiry, days=grace)
        return self.date_expiry

    def _prepare_reminder_row(self):
        """Return a row of a message as `beauty.message._get_row_text` reads it."""
        self.ensure_one()
        today = fields.Date.context_today(self)
        names = {
            "value": self.env._("Stored value"),
            "points": self.env._("Points"),
        }
        return {
            "what": "expiring",
            "name": names.get(self.kind) or self.display_name,
            "unit": UNITS[self.kind],
            "left": self.remaining,
            "until": fields.Date.to_string(self._get_last_use(today)),
        }
