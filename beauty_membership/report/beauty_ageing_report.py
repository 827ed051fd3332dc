# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import SQL

from .beauty_holding_report_mixin import YEAR_DAYS

AGES = [
    ("a", "Up to 30 days"),
    ("b", "31 to 90 days"),
    ("c", "91 to 180 days"),
    ("d", "181 to 365 days"),
    ("e", "1 to 2 years"),
    ("f", "More than 2 years"),
]
TERMS = [
    ("0", "Expired"),
    *AGES,
    ("z", "Never"),
]


class BeautyAgeingReport(models.Model):
    """The liability of each holding on a day, by its age and by its time to expiry.

    The part that is expected to be used beyond the coming year is not current.
    """

    _name = "beauty.ageing.report"
    _inherit = "beauty.holding.report.mixin"
    _description = "Ageing of the Prepaid Liability"
    _auto = False
    _order = "date_sold, id"
    _rec_name = "contract_id"

    _report_action = "beauty_membership.beauty_ageing_report_action"
    _report_has_period = False
    _report_groups = (
        "age",
        "term",
        "plan_id",
        "contract_id",
        "partner_id",
        "shop_id",
        "company_id",
    )
    _report_measures = ("amount", "amount_current", "amount_non_current")

    age = fields.Selection(
        selection=AGES, string="Since the Sale", readonly=True, help="Days since then."
    )
    term = fields.Selection(
        selection=TERMS,
        string="To Expiry",
        readonly=True,
        help="Days until the last day of use, as it is agreed now.",
    )
    units = fields.Float(string="Units Left", digits=(16, 2), readonly=True)
    amount = fields.Monetary(
        string="Liability",
        readonly=True,
        help="Entries up to the day: the closing of the roll-forward.",
    )
    amount_current = fields.Monetary(
        string="Current",
        readonly=True,
        help="Expected to be used, or to expire, within 365 days: all of it if it "
        "expires by then; else the share that the usual pace of the plan (units used "
        "in the year before, for each granted unit and day open) uses in a year. "
        "A plan that nobody used yet is spread evenly until the expiry; without an "
        "expiry all of it is current.",
    )
    amount_non_current = fields.Monetary(
        string="Non-current", readonly=True, help="The liability less its current part."
    )

    @property
    def _table_query(self):
        _first, last = self._get_period()
        return SQL(
            """
            SELECT entitlement_id AS id, entitlement_id, contract_id, plan_id,
                   partner_id, shop_id, kind, date_sold, date_expiry, company_id,
                   currency_id, units, amount, %(age)s AS age, %(term)s AS term,
                   amount - ROUND(amount * later, decimal_places) AS amount_current,
                   ROUND(amount * later, decimal_places) AS amount_non_current
              FROM (SELECT o.*, %(later)s AS later FROM (%(open)s) o) r
            """,
            age=self._select_bucket(SQL("%s::date - date_sold", last)),
            term=SQL(
                "CASE WHEN date_expiry IS NULL THEN 'z' WHEN date_expiry < %s THEN '0' "
                "ELSE %s END",
                last,
                self._select_bucket(SQL("date_expiry - %s::date", last)),
            ),
            later=self._select_later(last),
            open=self._query_open(last),
        )

    def _select_later(self, last):
        """Return the share of the liability that the coming year leaves unused."""
        return SQL(
            """
            CASE WHEN o.amount < 0 OR o.date_expiry <= %s::date + %s THEN 0
                 ELSE COALESCE(GREATEST(0, 1 - %s / o.days_needed::numeric), 0) END
            """,
            last,
            YEAR_DAYS,
            YEAR_DAYS,
        )

    def _select_bucket(self, days):
        return SQL(
            """
            CASE WHEN %(days)s <= 30 THEN 'a' WHEN %(days)s <= 90 THEN 'b'
                 WHEN %(days)s <= 180 THEN 'c' WHEN %(days)s <= 365 THEN 'd'
                 WHEN %(days)s <= 730 THEN 'e' ELSE 'f' END
            """,
            days=days,
        )
