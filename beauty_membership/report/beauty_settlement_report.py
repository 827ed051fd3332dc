# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import SQL

from ..models.beauty_entitlement import KINDS
from .measures import REDEEMED


class BeautySettlementReport(models.Model):
    """What one shop sold and another performed: one row is one use, or its undo.

    The settlement is what the shop that sold owes the one that performed, by the
    company's rule. It is a report only: nothing is booked between shops.
    """

    _name = "beauty.settlement.report"
    _inherit = "beauty.report.mixin"
    _description = "Settlement between Shops"
    _auto = False
    _order = "date desc, id desc"
    _rec_name = "date"

    _report_action = "beauty_membership.beauty_settlement_report_action"
    _report_groups = ("sold_shop_id", "used_shop_id", "plan_id", "company_id")
    _report_measures = (
        "units",
        "amount_contract",
        "amount_list",
        "amount_settlement",
    )
    _report_domain = (("is_elsewhere", "=", True),)
    _depends = {
        "beauty.entry": ["date", "movement", "amount", "quantity", "list_amount"],
        "beauty.contract": ["plan_id", "shop_id"],
        "res.company": ["beauty_settlement_basis", "beauty_settlement_percent"],
    }

    date = fields.Date(readonly=True)
    entry_id = fields.Many2one("beauty.entry", readonly=True)
    contract_id = fields.Many2one("beauty.contract", readonly=True)
    plan_id = fields.Many2one("beauty.plan", readonly=True)
    partner_id = fields.Many2one("res.partner", string="Member", readonly=True)
    kind = fields.Selection(selection=KINDS, readonly=True)
    sold_shop_id = fields.Many2one("beauty.shop", string="Sold in", readonly=True)
    used_shop_id = fields.Many2one("beauty.shop", string="Used in", readonly=True)
    is_elsewhere = fields.Boolean(
        readonly=True, help="Used in another shop than the one that sold it."
    )
    units = fields.Float(
        digits=(16, 2), readonly=True, help="Units used, less those given back."
    )
    amount_contract = fields.Monetary(
        string="Contract Value",
        readonly=True,
        help="Book value of the units: what the contract carried for them.",
    )
    amount_list = fields.Monetary(
        string="List Price",
        readonly=True,
        help="The same units at the list price of the day of the sale.",
    )
    amount_settlement = fields.Monetary(
        string="Settlement",
        readonly=True,
        help="What the shop that sold owes the one that performed: contract value or "
        "list price, times the percentage. Both are a setting of the company.",
    )

    @property
    def _table_query(self):
        first, last = self._get_period()
        return SQL(
            """
            SELECT e.id, e.id AS entry_id, e.date, e.contract_id, k.plan_id,
                   e.partner_id, h.kind, k.shop_id AS sold_shop_id,
                   e.shop_id AS used_shop_id,
                   k.shop_id IS DISTINCT FROM e.shop_id AS is_elsewhere,
                   e.company_id, e.currency_id, -e.quantity AS units,
                   -e.amount AS amount_contract, -e.list_amount AS amount_list,
                   ROUND(-(CASE WHEN c.beauty_settlement_basis = 'list'
                                THEN e.list_amount ELSE e.amount END
                           * c.beauty_settlement_percent / 100)::numeric,
                         u.decimal_places) AS amount_settlement
              FROM beauty_entry e
              JOIN beauty_entitlement h ON h.id = e.entitlement_id
              JOIN beauty_contract k ON k.id = e.contract_id
              JOIN res_company c ON c.id = e.company_id
              JOIN res_currency u ON u.id = e.currency_id
             WHERE %s
               AND h.kind IN ('session', 'value')
               AND e.date BETWEEN %s AND %s
            """,
            SQL(REDEEMED),
            first,
            last,
        )

    def action_open_entry(self):
        """Open the ledger entry of the row."""
        self.ensure_one()
        return self.entry_id._get_records_action()
