# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import SQL

# Months that are told apart; the last one takes what comes later.
MONTHS = 60


class BeautyForecastReport(models.Model):
    """Expected revenue: one row is one holding in one coming month.

    What a holding carries is used evenly at the usual pace of its plan until it
    expires; what is left then lapses in that month. All rows of a holding add up to
    its liability.
    """

    _name = "beauty.forecast.report"
    _inherit = "beauty.holding.report.mixin"
    _description = "Expected Revenue of the Prepaid Liability"
    _auto = False
    _order = "month, id"
    _rec_name = "contract_id"

    _report_action = "beauty_membership.beauty_forecast_report_action"
    _report_has_period = False
    _report_groups = ("month:month", "plan_id", "shop_id", "company_id")
    _report_measures = ("amount_use", "amount_lapse", "amount_open", "amount")

    month = fields.Date(
        readonly=True,
        help="First day of the month; empty: neither expiry nor pace tell when.",
    )
    amount_use = fields.Monetary(
        string="Expected Use",
        readonly=True,
        help="Used in the month at the usual pace of the plan (units used in the year "
        "before, for each granted unit and day open). A plan that nobody used yet is "
        "spread evenly until the expiry. Taxes due at the use are included.",
    )
    amount_lapse = fields.Monetary(
        string="Expected to Lapse",
        readonly=True,
        help="Left at the expiry at that pace, in the month of the expiry; what has "
        "expired and is not settled yet, in the first month.",
    )
    amount_open = fields.Monetary(
        string="Without a Date",
        readonly=True,
        help="Has no expiry, and nobody used the plan in the year before; or the "
        "member owes it.",
    )
    amount = fields.Monetary(
        string="Liability", readonly=True, help="The three together."
    )

    @property
    def _table_query(self):
        _first, last = self._get_period()
        return SQL(
            """
            SELECT entitlement_id * 64 + step AS id, entitlement_id, contract_id,
                   plan_id, partner_id, shop_id, kind, date_sold, date_expiry,
                   company_id, currency_id, month,
                   amount_use, amount_lapse, amount_open,
                   COALESCE(amount_use, 0) + COALESCE(amount_lapse, 0)
                   + COALESCE(amount_open, 0) AS amount
              FROM (%(dated)s UNION ALL %(undated)s) f
             WHERE amount_use <> 0 OR amount_lapse <> 0 OR amount_open <> 0
            """,
            dated=self._query_dated(last),
            undated=self._query_undated(last),
        )

    def _select_row(self):
        return SQL(
            """
            SELECT entitlement_id, contract_id, plan_id, partner_id, shop_id, kind,
                   date_sold, date_expiry, company_id, currency_id
            """
        )

    def _query_undated(self, last):
        return SQL(
            """
            %s, %s AS step, NULL::date AS month, NULL::numeric AS amount_use,
                NULL::numeric AS amount_lapse, amount AS amount_open
              FROM (%s) o
             WHERE NOT (%s)
            """,
            self._select_row(),
            MONTHS,
            self._query_open(last),
            self._where_dated(),
        )

    def _query_dated(self, last):
        """Return the query of use and lapse, as differences of what is used by a day.

        Rounding what is used by a day, not what is used in a month, makes the months
        add up.
        """
        return SQL(
            """
            %(row)s, step, month,
                   ROUND(amount * used_to, decimal_places)
                   - ROUND(amount * used_from, decimal_places) AS amount_use,
                   CASE WHEN is_end THEN amount
                        - ROUND(amount * used_to, decimal_places) END AS amount_lapse,
                   NULL::numeric AS amount_open
              FROM (%(steps)s) r
            """,
            row=self._select_row(),
            steps=self._query_steps(last),
        )

    def _query_steps(self, last):
        """Return a row for each month until the holding ends, with shares used by."""
        return SQL(
            """
            SELECT o.*, m.step, m.month,
                   LEAST(1, m.day_from / o.days_needed::numeric) AS used_from,
                   CASE WHEN o.days_end <= 0 THEN 0
                        ELSE LEAST(1, LEAST(m.day_to, o.days_end)
                                      / o.days_needed::numeric) END AS used_to,
                   m.step = o.steps AS is_end
              FROM (%(ends)s) o
        CROSS JOIN LATERAL (
                SELECT step, month::date AS month,
                       CASE WHEN step = 0 THEN 0
                            ELSE month::date - %(last)s::date - 1 END AS day_from,
                       CASE WHEN step = o.steps THEN o.days_end
                            ELSE (month + interval '1 month')::date
                                 - %(last)s::date - 1 END AS day_to
                  FROM (SELECT step,
                               %(start)s::date + step * interval '1 month' AS month
                          FROM generate_series(0, o.steps) step) k) m
            """,
            ends=self._query_ends(last),
            start=self._get_first_month(last),
            last=last,
        )

    def _query_ends(self, last):
        """Return the holdings with the day and the month in which they end."""
        start = self._get_first_month(last)
        return SQL(
            """
            SELECT e.*, GREATEST(0, LEAST(%(months)s,
                        EXTRACT(YEAR FROM day_end) * 12 + EXTRACT(MONTH FROM day_end)
                        - %(start_month)s))::int AS steps
              FROM (SELECT d.*, %(last)s::date + d.days_end AS day_end
                      FROM (SELECT o.*, LEAST(CEIL(o.days_needed), 36500,
                                   o.date_expiry - %(last)s::date)::int AS days_end
                              FROM (%(open)s) o) d
                     WHERE %(dated)s) e
            """,
            months=MONTHS - 1,
            start_month=start.year * 12 + start.month,
            last=last,
            open=self._query_open(last),
            dated=self._where_dated(),
        )

    def _where_dated(self):
        return SQL(
            "amount > 0 AND (days_needed IS NOT NULL OR date_expiry IS NOT NULL)"
        )

    def _get_first_month(self, last):
        """The month of the day after the last one."""
        return fields.Date.add(last, days=1).replace(day=1)
