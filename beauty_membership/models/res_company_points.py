# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models

from ..rules.money import to_cents
from ..rules.points import END_OF_MONTH, END_OF_YEAR, get_expiry

POINTS_BASES = [
    ("net", "Without Taxes"),
    ("gross", "With Taxes"),
]
VALUE_TIMES = [
    ("spent", "When it is spent"),
    ("put_in", "When it is put in"),
]
EXPIRY_ENDS = [
    ("day", "to the day"),
    (END_OF_MONTH, "to the end of the month"),
    (END_OF_YEAR, "to the end of the year"),
]


class ResCompany(models.Model):
    """How members of a company earn points, and how long they keep them."""

    _inherit = "res.company"

    beauty_has_points = fields.Boolean(
        string="Members Earn Points",
        default=True,
        help="Off: nobody earns; points held already can still be spent.",
    )
    beauty_points_per_amount = fields.Monetary(
        string="One Point for",
        default=1.0,
        help="Money that earns one point, rounded down once for each ticket.",
    )
    beauty_points_basis = fields.Selection(
        selection=POINTS_BASES,
        compute="_compute_beauty_points_basis",
        store=True,
        readonly=False,
        help="Whether taxes earn points as well. In China they do, unless changed.",
    )
    beauty_points_value_time = fields.Selection(
        selection=VALUE_TIMES,
        string="Stored Value Earns",
        default="spent",
        help="A recharge earns either when it is put in or when it is spent, never "
        "twice.",
    )
    beauty_points_validity_months = fields.Integer(
        string="Months of Points",
        default=12,
        help="Months from the day they are earned. 0: for ever.",
    )
    beauty_points_expiry_end = fields.Selection(
        selection=EXPIRY_ENDS,
        string="Points Last",
        default=END_OF_MONTH,
        help="The last day is a day of use.",
    )
    beauty_points_pending_days = fields.Integer(
        string="Days Pending",
        help="Days until new points can be spent, for the time of returns. 0: at once.",
    )
    beauty_points_grace_days = fields.Integer(
        string="Days of Grace",
        default=7,
        help="Days to use points that a refund gives back after they expired.",
    )

    _points_per_amount_positive = models.Constraint(
        "CHECK (beauty_points_per_amount > 0)",
        "One point needs an amount of money above zero.",
    )
    _points_days_positive = models.Constraint(
        "CHECK (beauty_points_validity_months >= 0 AND beauty_points_pending_days >= 0"
        " AND beauty_points_grace_days >= 0)",
        "Months and days of points cannot be negative.",
    )

    @api.depends("chart_template")
    def _compute_beauty_points_basis(self):
        for company in self:
            is_china = (company.chart_template or "").startswith("cn")
            company.beauty_points_basis = "gross" if is_china else "net"

    def _get_points_per_amount(self):
        """Return the cents that earn one point, one or more."""
        digits = self.currency_id.decimal_places
        return max(to_cents(self.beauty_points_per_amount, digits), 1)

    def _get_points_expiry(self, day):
        """Return the last day of points earned on a day, or False."""
        months, end = self.beauty_points_validity_months, self.beauty_points_expiry_end
        return get_expiry(day, months, end) or False

    def _get_points_available(self, day):
        """Return the first day on which points of a day can be spent, or False."""
        days = self.beauty_points_pending_days
        return days and day + timedelta(days=days)
