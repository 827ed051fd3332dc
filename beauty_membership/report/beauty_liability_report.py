# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import SQL

from ..models.beauty_entitlement import KINDS
from ..models.beauty_entry import MOVEMENTS
from .measures import COLUMNS, JOIN_REFUND

MEASURES = ("opening", *COLUMNS, "closing")


class BeautyLiabilityReport(models.Model):
    """Roll-forward of the prepaid liability: one row is one ledger entry.

    Its money and its units stand in the column of its movement; all columns from
    the opening on add up to the closing. Only the period decides what is opening.
    """

    _name = "beauty.liability.report"
    _inherit = "beauty.report.mixin"
    _description = "Prepaid Liability Roll-forward"
    _auto = False
    _order = "date desc, id desc"
    _rec_name = "movement"

    _report_action = "beauty_membership.beauty_liability_report_action"
    _report_groups = (
        "plan_id",
        "contract_id",
        "partner_id",
        "shop_id",
        "kind",
        "company_id",
    )
    _report_measures = (
        *(f"amount_{name}" for name in MEASURES),
        "amount_in_transit",
        "amount_booked",
        *(f"units_{name}" for name in MEASURES),
    )
    _report_domain = (("kind", "!=", "points"),)
    _depends = {
        "beauty.entry": ["date", "movement", "amount", "quantity"],
        "beauty.entitlement": ["kind", "is_bonus"],
        "beauty.contract": ["plan_id", "shop_id"],
        "account.move.line": ["date", "parent_state"],
    }

    date = fields.Date(readonly=True)
    movement = fields.Selection(selection=MOVEMENTS, readonly=True)
    entry_id = fields.Many2one("beauty.entry", readonly=True)
    entitlement_id = fields.Many2one(
        "beauty.entitlement", string="Holding", readonly=True
    )
    contract_id = fields.Many2one("beauty.contract", readonly=True)
    plan_id = fields.Many2one("beauty.plan", readonly=True)
    partner_id = fields.Many2one("res.partner", string="Member", readonly=True)
    shop_id = fields.Many2one(
        "beauty.shop",
        string="Sold in",
        readonly=True,
        help="The shop that sold the contract, also for what was used elsewhere.",
    )
    kind = fields.Selection(selection=KINDS, readonly=True)
    is_bonus = fields.Boolean(string="Gift", readonly=True)

    amount_opening = fields.Monetary(
        string="Opening",
        readonly=True,
        help="Entries dated before the first day of the period.",
    )
    amount_sold = fields.Monetary(
        string="Sold",
        readonly=True,
        help="Granted in the period by sales, and by payments of arrears.",
    )
    amount_bonus = fields.Monetary(
        string="Bonus",
        readonly=True,
        help="Liability behind what was given on top in the period; most gifts carry "
        "none, their units stand under Bonus Units.",
    )
    amount_redeemed = fields.Monetary(
        string="Redeemed",
        readonly=True,
        help="Used in the period, pass days that went by included, less what was given "
        "back. Negative: it lowers the liability.",
    )
    amount_refunded = fields.Monetary(
        string="Refunded",
        readonly=True,
        help="Book value of what was refunded in the period. Negative.",
    )
    amount_transferred = fields.Monetary(
        string="Transferred",
        readonly=True,
        help="Received from other members less what was passed on; zero in all.",
    )
    amount_expired = fields.Monetary(
        string="Expired",
        readonly=True,
        help="Lapsed in the period (breakage), less what was reinstated. Negative.",
    )
    amount_adjusted = fields.Monetary(
        string="Adjusted",
        readonly=True,
        help="Adjustments with a reason and claw-backs in the period, either sign.",
    )
    amount_closing = fields.Monetary(
        string="Closing",
        readonly=True,
        help="Entries dated up to the last day: opening and all movements.",
    )
    amount_in_transit = fields.Monetary(
        string="In Transit",
        readonly=True,
        help="Part of the closing that no journal item dated up to the last day books "
        "yet: open registers. Less what was booked ahead of its day.",
    )
    amount_booked = fields.Monetary(
        string="Booked",
        readonly=True,
        help="Closing less what is in transit: what the general ledger carries for "
        "these entries on the last day.",
    )
    units_opening = fields.Float("Opening Units", digits=(16, 2), readonly=True)
    units_sold = fields.Float("Sold Units", digits=(16, 2), readonly=True)
    units_bonus = fields.Float(
        "Bonus Units", digits=(16, 2), readonly=True, help="Gifts granted."
    )
    units_redeemed = fields.Float("Redeemed Units", digits=(16, 2), readonly=True)
    units_refunded = fields.Float("Refunded Units", digits=(16, 2), readonly=True)
    units_transferred = fields.Float("Transferred Units", digits=(16, 2), readonly=True)
    units_expired = fields.Float("Expired Units", digits=(16, 2), readonly=True)
    units_adjusted = fields.Float("Adjusted Units", digits=(16, 2), readonly=True)
    units_closing = fields.Float(
        "Closing Units",
        digits=(16, 2),
        readonly=True,
        help="Sessions, days, points, and the money that stored value is worth: add "
        "up one kind at a time.",
    )

    @property
    def _table_query(self):
        first, last = self._get_period()
        days = {"first": first, "last": last}
        return SQL(
            "%s, %s, %s, %s %s",
            self._select_keys(),
            self._select_measures("amount", **days),
            self._select_measures("quantity", **days),
            self._select_booked(last),
            self._from_entries(last),
        )

    def _select_keys(self):
        return SQL(
            """
            SELECT e.id, e.id AS entry_id, e.date, e.movement, e.entitlement_id,
                   e.contract_id, c.plan_id, e.partner_id,
                   COALESCE(c.shop_id, e.shop_id) AS shop_id, h.kind,
                   COALESCE(h.is_bonus, FALSE) AS is_bonus, e.company_id,
                   e.currency_id
            """
        )

    def _select_measures(self, source, first, last):
        """Return the columns of one measure; NULL where an entry is not of it."""
        prefix = "amount" if source == "amount" else "units"
        names = {
            "opening": SQL("e.date < %s", first),
            "closing": SQL("e.date <= %s", last),
            **{
                name: SQL("e.date BETWEEN %s AND %s AND %s", first, last, SQL(rule))
                for name, rule in COLUMNS.items()
            },
        }
        return SQL(", ").join(
            SQL(
                "CASE WHEN %s THEN %s END AS %s",
                condition,
                SQL.identifier("e", source),
                SQL.identifier(f"{prefix}_{name}"),
            )
            for name, condition in names.items()
        )

    def _select_booked(self, last):
        """Booked by the last day, or in transit; booked ahead counts against it."""
        is_booked = SQL(
            "COALESCE(i.date <= %s AND i.parent_state = 'posted', FALSE)", last
        )
        return SQL(
            """
            CASE WHEN %(booked)s THEN e.amount END AS amount_booked,
            CASE WHEN e.date > %(last)s THEN -e.amount
                 WHEN NOT %(booked)s THEN e.amount END AS amount_in_transit
            """,
            booked=is_booked,
            last=last,
        )

    def _from_entries(self, last):
        return SQL(
            """
              FROM beauty_entry e
              JOIN beauty_entitlement h ON h.id = e.entitlement_id
         LEFT JOIN beauty_contract c ON c.id = e.contract_id
         LEFT JOIN account_move_line i ON i.id = e.account_move_line_id
         %(refund)s
             WHERE e.date <= %(last)s
                OR i.date <= %(last)s AND i.parent_state = 'posted'
            """,
            refund=SQL(JOIN_REFUND),
            last=last,
        )

    def action_open_entry(self):
        """Open the ledger entry of the row."""
        self.ensure_one()
        return self.entry_id._get_records_action()
