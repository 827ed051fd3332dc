# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import SQL
from odoo.tools.query import Query


class BeautyBreakageReport(models.Model):
    """What became of what was sold: one row is one holding, by the month of its sale.

    Breakage is what lapsed; its rate tells what part of the sales of a month, or of
    a plan, was never used.
    """

    _name = "beauty.breakage.report"
    _inherit = "beauty.holding.report.mixin"
    _description = "Breakage"
    _auto = False
    _order = "date_sold desc, id desc"
    _rec_name = "contract_id"

    _report_action = "beauty_membership.beauty_breakage_report_action"
    _report_has_period = False
    _report_groups = ("date_sold:month", "plan_id", "shop_id", "kind", "company_id")
    _report_measures = (
        "amount_granted",
        "amount_redeemed",
        "amount_expired",
        "amount_other",
        "amount_left",
        "breakage_rate",
    )

    amount_granted = fields.Monetary(
        string="Granted", readonly=True, help="Liability of all sales, gifts included."
    )
    amount_redeemed = fields.Monetary(
        string="Used", readonly=True, help="Used up to the day, less given back."
    )
    amount_expired = fields.Monetary(
        string="Lapsed", readonly=True, help="Breakage up to the day, less reinstated."
    )
    amount_other = fields.Monetary(
        string="Other",
        readonly=True,
        help="Refunded, transferred and adjusted, what left the holding positive.",
    )
    amount_left = fields.Monetary(
        string="Left", readonly=True, help="Granted less all of these."
    )
    breakage_rate = fields.Float(
        readonly=True, aggregator="avg", help="Lapsed, as a part of what was granted."
    )

    @property
    def _table_query(self):
        _first, last = self._get_period()
        return SQL(
            """
            SELECT entitlement_id AS id, r.*,
                   amount_granted - amount_redeemed - amount_expired - amount_left
                       AS amount_other,
                   amount_expired / NULLIF(amount_granted, 0) AS breakage_rate
              FROM (%s, COALESCE(s.granted, 0) AS amount_granted,
                    -COALESCE(s.redeemed, 0) AS amount_redeemed,
                    -COALESCE(s.expired, 0) AS amount_expired,
                    s.amount AS amount_left %s
                     WHERE h.kind <> 'points') r
            """,
            self._select_holding(),
            self._from_holdings(last),
        )

    def _read_group_select(self, aggregate_spec: str, query: Query) -> SQL:
        """The rate of many holdings is that of their sums."""
        if aggregate_spec != "breakage_rate:avg":
            return super()._read_group_select(aggregate_spec, query)
        return SQL(
            "COALESCE(SUM(%(lapsed)s) / NULLIF(SUM(%(granted)s), 0), 0)",
            lapsed=self._field_to_sql(self._table, "amount_expired", query),
            granted=self._field_to_sql(self._table, "amount_granted", query),
        )
