# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import SQL

from ..models.beauty_entitlement import KINDS
from .measures import EXPIRED, JOIN_REFUND, REDEEMED

# Days that count as the coming twelve months, and over which a pace is measured.
YEAR_DAYS = 365


class BeautyHoldingReportMixin(models.AbstractModel):
    """Reports on what each holding carries on a day, and how fast its plan is used.

    A plan's usual pace is the share of the granted units that its holdings used a
    day in the year before: units used over granted units times days open.
    """

    _name = "beauty.holding.report.mixin"
    _inherit = "beauty.report.mixin"
    _description = "Membership Report on Holdings"
    _auto = False

    _depends = {
        "beauty.entry": ["date", "movement", "amount", "quantity"],
        "beauty.entitlement": ["kind", "is_bonus", "quantity", "date_expiry"],
        "beauty.contract": ["plan_id", "shop_id"],
    }

    entitlement_id = fields.Many2one(
        "beauty.entitlement", string="Holding", readonly=True
    )
    contract_id = fields.Many2one("beauty.contract", readonly=True)
    plan_id = fields.Many2one("beauty.plan", readonly=True)
    partner_id = fields.Many2one("res.partner", string="Member", readonly=True)
    shop_id = fields.Many2one("beauty.shop", string="Sold in", readonly=True)
    kind = fields.Selection(selection=KINDS, readonly=True)
    date_sold = fields.Date(
        string="Sold on", readonly=True, help="Day of the first entry."
    )
    date_expiry = fields.Date(string="Valid Until", readonly=True)

    @api.model
    def _select_holding(self):
        return SQL(
            """
            SELECT s.entitlement_id, h.contract_id, c.plan_id, h.partner_id, c.shop_id,
                   h.kind, s.date_sold, h.date_expiry, h.company_id, h.currency_id
            """
        )

    @api.model
    def _from_holdings(self, last):
        return SQL(
            """
              FROM (%s) s
              JOIN beauty_entitlement h ON h.id = s.entitlement_id
              JOIN res_currency u ON u.id = h.currency_id
         LEFT JOIN beauty_contract c ON c.id = h.contract_id
            """,
            self._query_sums(last),
        )

    @api.model
    def _query_sums(self, last):
        """Return the query of the sums of each holding's entries up to a day."""
        return SQL(
            """
            SELECT e.entitlement_id, MIN(e.date) AS date_sold, MAX(e.date) AS date_last,
                   SUM(e.amount) AS amount, SUM(e.quantity) AS units,
                   SUM(e.quantity) FILTER (
                       WHERE %(redeemed)s
                         AND e.date > %(last)s::date - %(days)s) AS used,
                   SUM(e.amount) FILTER (WHERE e.movement = 'grant') AS granted,
                   SUM(e.amount) FILTER (WHERE %(redeemed)s) AS redeemed,
                   SUM(e.amount) FILTER (WHERE %(expired)s) AS expired
              FROM beauty_entry e
              %(refund)s
             WHERE e.date <= %(last)s
             GROUP BY e.entitlement_id
            """,
            last=last,
            days=YEAR_DAYS,
            redeemed=SQL(REDEEMED),
            expired=SQL(EXPIRED),
            refund=SQL(JOIN_REFUND),
        )

    @api.model
    def _query_open(self, last):
        """Return the query of the holdings that carry money on a day.

        Beside them ``days_needed``: days until what is left is used up, at the pace
        of the plan; else, where nobody uses it yet, until it expires; NULL: unknown.
        """
        return SQL(
            """
            WITH held AS MATERIALIZED (%(holding)s, s.amount, s.units, s.used,
                              h.quantity, u.decimal_places,
                              GREATEST(0, 1 + (
                                  CASE WHEN s.units = 0 THEN s.date_last
                                       ELSE %(last)s::date END
                                  - GREATEST(s.date_sold, %(last)s::date - %(days)s)
                              )) AS days_open
                              %(source)s),
                 pace AS (SELECT plan_id, kind,
                                 -SUM(used) / NULLIF(SUM(quantity * days_open), 0)
                                 AS share
                            FROM held
                           WHERE kind IN ('session', 'value')
                           GROUP BY plan_id, kind)
            SELECT held.*,
                   CASE WHEN p.share > 0 AND held.quantity > 0
                        THEN GREATEST(1, held.units / held.quantity / p.share)
                        WHEN held.date_expiry > %(last)s
                        THEN held.date_expiry - %(last)s::date END AS days_needed
              FROM held
         LEFT JOIN pace p ON p.plan_id = held.plan_id AND p.kind = held.kind
             WHERE held.amount <> 0
            """,
            holding=self._select_holding(),
            source=self._from_holdings(last),
            last=last,
            days=YEAR_DAYS,
        )

    def action_open_contract(self):
        """Open the contract of the row."""
        self.ensure_one()
        return (self.contract_id or self.entitlement_id)._get_records_action()
