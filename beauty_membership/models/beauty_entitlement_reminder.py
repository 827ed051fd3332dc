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
        help="The last day of use that its member was reminded of.",
    )

    def _prepare_reminder_row(self):
        """Return a row of a message as `beauty.message._get_row_text` reads it."""
        self.ensure_one()
        names = {
            "value": self.env._("Stored value"),
            "points": self.env._("Points"),
        }
        return {
            "what": "expiring",
            "name": names.get(self.kind) or self.display_name,
            "unit": UNITS[self.kind],
            "left": self.remaining,
            "until": fields.Date.to_string(self.date_expiry),
        }
