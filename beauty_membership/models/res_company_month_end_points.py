# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import SQL

from ..rules.breakage import to_basis
from ..rules.money import from_cents, to_cents
from ..rules.points_liability import get_points_open


class ResCompany(models.Model):
    """A month's end: the part of sales that points promise is not income yet."""

    _inherit = "res.company"

    beauty_points_deferral = fields.Boolean(
        string="Points as a Liability",
        help="At the end of each month, the part of sales that waits for its points to "
        "be spent is taken out of income (IFRS 15, material right), and goes back on "
        "the first. Computed: net sales of the tickets that gave the points still "
        "valid, shared between goods and points by what each is worth alone; of the "
        "points' part, what is expected to be spent yet.",
    )
    beauty_points_redemption_percent = fields.Float(
        string="Points Spent (%)",
        digits=(5, 2),
        default=80.0,
        help="Share of the points given that members will spend, by experience.",
    )
    beauty_points_worth = fields.Monetary(
        string="Worth of 100 Points",
        default=1.0,
        help="What a member would pay for what 100 points buy, without taxes.",
    )

    _points_redemption_percent = models.Constraint(
        "CHECK (beauty_points_redemption_percent BETWEEN 0 AND 100)",
        "The share of points that are spent is from 0 to 100 percent.",
    )

    def _get_month_ends(self):
        kinds = super()._get_month_ends()
        return [*kinds, "points"] if self.beauty_points_deferral else kinds

    def _get_month_end_names(self):
        names = super()._get_month_end_names()
        return {**names, "points": self.env._("Points that wait to be spent")}

    def _prepare_month_end_points(self, day):
        return self._prepare_pair(
            self._get_beauty_account("beauty_deferral_account_id"),
            self._get_beauty_account("beauty_points_account_id"),
            self._get_points_liability(day),
        )

    def _get_points_liability(self, day):
        """Return the money of sales that waits for points to be spent."""
        self.ensure_one()
        digits = self.currency_id.decimal_places
        points, used, left, price = self._fetch_points_given(day)
        cents = get_points_open(
            to_cents(price, digits),
            int(points),
            int(used),
            int(left),
            to_cents(self.beauty_points_worth, digits),
            to_basis(self.beauty_points_redemption_percent),
        )
        return from_cents(cents, digits)

    def _fetch_points_given(self, day):
        """Return the points of lots valid on a day, and what was sold with them.

        :return: (points given, spent, left, net money of the tickets)
        """
        self.env.flush_all()
        query = SQL(
            """
            WITH moved AS (
                SELECT e.quantity, e.movement, e.pos_order_line_id
                  FROM beauty_entry e
                  JOIN beauty_entitlement h ON h.id = e.entitlement_id
                 WHERE h.company_id = %(company)s AND h.kind = 'points'
                   AND h.is_debt IS NOT TRUE AND e.date <= %(day)s
                   AND (h.date_expiry IS NULL OR h.date_expiry >= %(day)s))
            SELECT COALESCE(SUM(quantity) FILTER (
                       WHERE movement NOT IN ('redeem', 'restore')), 0),
                   COALESCE(-SUM(quantity) FILTER (
                       WHERE movement IN ('redeem', 'restore')), 0),
                   COALESCE(SUM(quantity), 0),
                   (SELECT COALESCE(SUM(amount_total - amount_tax), 0)
                      FROM pos_order
                     WHERE id IN (SELECT l.order_id
                                    FROM moved m
                                    JOIN pos_order_line l
                                      ON l.id = m.pos_order_line_id
                                   WHERE m.movement IN ('grant', 'clawback')))
              FROM moved
            """,
            company=self.id,
            day=day,
        )
        ((points, used, left, price),) = self.env.execute_query(query)
        return points, used, left, price
