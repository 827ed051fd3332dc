# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import SQL


class BeautyTieOutReport(models.Model):
    """The ledger and the liability account side by side: one row a company and day.

    Each row tells the same as ``beauty.entry._fetch_tie_out`` of its day: all up to
    it. Days of the period on which something moved, and its last day.
    """

    _name = "beauty.tie.out.report"
    _inherit = "beauty.report.mixin"
    _description = "Tie-out to the General Ledger"
    _auto = False
    _order = "date desc, company_id"
    _rec_name = "date"

    _report_action = "beauty_membership.beauty_tie_out_report_action"
    _report_columns = (
        "date",
        "company_id",
        "amount_entries",
        "amount_in_transit",
        "amount_booked",
        "amount_difference",
    )
    _depends = {
        "beauty.entry": ["date", "amount", "account_move_line_id"],
        "account.move.line": ["date", "parent_state", "balance", "account_id"],
        "res.company": [
            "beauty_liability_account_id",
            "beauty_pending_vat_account_id",
        ],
    }

    date = fields.Date(readonly=True)
    amount_entries = fields.Monetary(
        string="Ledger",
        readonly=True,
        aggregator=None,
        help="All entries dated up to the day.",
    )
    amount_in_transit = fields.Monetary(
        string="In Transit",
        readonly=True,
        aggregator=None,
        help="Entries whose journal item is missing or dated later, less those booked "
        "ahead of their day. Their rows are a click away.",
    )
    amount_booked = fields.Monetary(
        string="General Ledger",
        readonly=True,
        aggregator=None,
        help="Balance of the member prepayments account on the day, credit positive.",
    )
    amount_difference = fields.Monetary(
        string="Difference",
        readonly=True,
        aggregator=None,
        help="General ledger plus in transit, less the ledger. 0.00 when all is well; "
        "each part of it is a row a click away.",
    )

    @property
    def _table_query(self):
        first, last = self._get_period()
        return SQL(
            """
            SELECT t.company_id * 65536 + (t.date - DATE '2000-01-01') AS id,
                   t.date, t.company_id, c.currency_id,
                   t.entries AS amount_entries,
                   t.entries - t.linked AS amount_in_transit,
                   t.booked AS amount_booked,
                   t.booked - t.linked AS amount_difference
              FROM (%s) t
              JOIN res_company c ON c.id = t.company_id
             WHERE t.date >= %s
            """,
            self._query_running(last),
            first,
        )

    def _query_running(self, last):
        """Return the query of the running sums of each company and day."""
        return SQL(
            """
            SELECT company_id, date,
                   SUM(SUM(entries)) OVER running AS entries,
                   SUM(SUM(linked)) OVER running AS linked,
                   SUM(SUM(booked)) OVER running AS booked
              FROM (%s) m
             GROUP BY company_id, date
            WINDOW running AS (PARTITION BY company_id ORDER BY date)
            """,
            self._query_moved(last),
        )

    def _query_moved(self, last):
        """Return the query of what moved; the last day stands for itself."""
        return SQL(
            """
            SELECT company_id, date, amount AS entries, 0 AS linked, 0 AS booked
              FROM beauty_entry
             WHERE date <= %(last)s
             UNION ALL
            SELECT e.company_id, i.date, 0, e.amount, 0
              FROM beauty_entry e
              JOIN account_move_line i ON i.id = e.account_move_line_id
             WHERE i.date <= %(last)s AND i.parent_state = 'posted'
             UNION ALL
            SELECT i.company_id, i.date, 0, 0, -i.balance
              FROM account_move_line i
              JOIN res_company c ON c.id = i.company_id
                   AND i.account_id IN (c.beauty_liability_account_id,
                                        c.beauty_pending_vat_account_id)
             WHERE i.date <= %(last)s AND i.parent_state = 'posted'
             UNION ALL
            SELECT id, %(last)s, 0, 0, 0
              FROM res_company
             WHERE beauty_liability_account_id IS NOT NULL
            """,
            last=last,
        )

    def action_open_rows(self):
        """Open what is in transit or differs on that day, row by row."""
        self.ensure_one()
        rows = self.env["beauty.completeness.report"].with_context(date_to=self.date)
        action = rows.action_open_report()
        return {
            **action,
            "domain": [
                ("company_id", "=", self.company_id.id),
                "|",
                ("amount_in_transit", "!=", 0),
                ("amount_difference", "!=", 0),
            ],
        }
