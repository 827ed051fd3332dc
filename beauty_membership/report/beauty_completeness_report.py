# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import SQL

KINDS = [
    ("no_item", "Entry without journal item"),
    ("orphan", "Entry without ticket and journal item"),
    ("other_day", "Booked on another side of the day"),
    ("no_entry", "Journal item without entry"),
    ("amount", "Amounts differ"),
    ("moved", "Moved between members"),
    ("line", "Ticket line without entry"),
    ("invoice", "Invoice line without contract"),
]


class BeautyCompletenessReport(models.Model):
    """What lacks its counterpart: ticket or invoice line, ledger entry, journal item.

    One row is one thing that is alone, or whose counterpart is of another day or
    amount, on the last day of the period. What a row adds to the in-transit and to
    the difference of the tie-out stands beside it; together they are the tie-out's.
    """

    _name = "beauty.completeness.report"
    _inherit = "beauty.report.mixin"
    _description = "Completeness of the Ledger"
    _auto = False
    _order = "date desc, id desc"
    _rec_name = "kind"

    _report_action = "beauty_membership.beauty_completeness_report_action"
    _report_has_period = False
    _report_columns = (
        "kind",
        "date",
        "booked_on",
        "partner_id",
        "contract_id",
        "order_id",
        "move_id",
        "amount",
        "amount_in_transit",
        "amount_difference",
        "company_id",
    )
    _report_domain = (("kind", "!=", "moved"),)
    _depends = {
        "beauty.entry": ["date", "amount", "account_move_line_id"],
        "beauty.contract": ["move_line_id"],
        "account.move.line": ["date", "parent_state", "balance", "account_id"],
        "res.company": [
            "beauty_liability_account_id",
            "beauty_pending_vat_account_id",
        ],
        "pos.order": ["state", "date_order"],
        "pos.order.line": ["product_id", "qty", "entitlement_id"],
    }

    kind = fields.Selection(selection=KINDS, string="What", readonly=True)
    date = fields.Date(readonly=True, help="Day of the entry, the item or the ticket.")
    booked_on = fields.Date(
        string="Booked on", readonly=True, help="Day of the journal item."
    )
    partner_id = fields.Many2one("res.partner", string="Member", readonly=True)
    contract_id = fields.Many2one("beauty.contract", readonly=True)
    entry_id = fields.Many2one("beauty.entry", readonly=True)
    order_id = fields.Many2one("pos.order", string="Ticket", readonly=True)
    move_line_id = fields.Many2one(
        "account.move.line", string="Journal Item", readonly=True
    )
    move_id = fields.Many2one("account.move", string="Journal Entry", readonly=True)
    amount = fields.Monetary(
        readonly=True, help="Money of the row, positive adds to the liability."
    )
    amount_in_transit = fields.Monetary(
        string="In Transit",
        readonly=True,
        help="What the row adds to the in-transit of the tie-out.",
    )
    amount_difference = fields.Monetary(
        string="Difference",
        readonly=True,
        help="What the row adds to the difference of the tie-out.",
    )

    @property
    def _table_query(self):
        _first, last = self._get_period()
        return SQL(
            "%s UNION ALL %s UNION ALL %s UNION ALL %s",
            self._query_entries(last),
            self._query_items(last),
            self._query_ticket_lines(last),
            self._query_invoice_lines(last),
        )

    def _query_entries(self, last):
        """Entries without a journal item, or with one beyond the last day."""
        return SQL(
            """
            SELECT e.id * 4 AS id,
                   CASE WHEN i.id IS NOT NULL THEN 'other_day'
                        WHEN e.pos_order_line_id IS NULL THEN 'orphan'
                        ELSE 'no_item' END AS kind,
                   e.date, i.date AS booked_on, e.partner_id, e.contract_id,
                   e.id AS entry_id, l.order_id, i.id AS move_line_id, i.move_id,
                   e.amount,
                   CASE WHEN e.date <= %(last)s THEN e.amount ELSE -e.amount END
                       AS amount_in_transit,
                   0 AS amount_difference, e.company_id, e.currency_id
              FROM beauty_entry e
         LEFT JOIN account_move_line i ON i.id = e.account_move_line_id
         LEFT JOIN pos_order_line l ON l.id = e.pos_order_line_id
             WHERE e.amount <> 0
               AND (e.date <= %(last)s)
                   <> COALESCE(i.date <= %(last)s AND i.parent_state = 'posted', FALSE)
            """,
            last=last,
        )

    def _query_items(self, last):
        """Items that book no entry, or another amount than their entries."""
        return SQL(
            """
            SELECT id * 4 + 1,
                   CASE WHEN entries > 0 THEN 'amount'
                        WHEN of_move = 0 THEN 'moved'
                        ELSE 'no_entry' END,
                   date, date, partner_id, NULL::int, NULL::int, NULL::int, id, move_id,
                   -balance, 0, -excess, company_id, currency_id
              FROM (%s) i
             WHERE excess <> 0
            """,
            self._query_excess(last),
        )

    def _query_excess(self, last):
        """Return the query of each item's balance beyond its entries."""
        return SQL(
            """
            SELECT i.id, i.date, i.partner_id, i.move_id, i.balance, i.company_id,
                   c.currency_id, COALESCE(n.entries, 0) AS entries,
                   i.balance + COALESCE(n.amount, 0) AS excess,
                   SUM(i.balance + COALESCE(n.amount, 0))
                       OVER (PARTITION BY i.move_id) AS of_move
              FROM account_move_line i
              JOIN res_company c ON c.id = i.company_id
                   AND i.account_id IN (c.beauty_liability_account_id,
                                        c.beauty_pending_vat_account_id)
         LEFT JOIN (SELECT account_move_line_id, SUM(amount) AS amount,
                           COUNT(*) AS entries
                      FROM beauty_entry
                     GROUP BY account_move_line_id) n
                ON n.account_move_line_id = i.id
             WHERE i.date <= %s AND i.parent_state = 'posted'
            """,
            last,
        )

    def _query_ticket_lines(self, last):
        """Lines of paid tickets that sell a plan or use a holding, without entry."""
        return SQL(
            """
            SELECT l.id * 4 + 2, 'line', o.date_order::date, NULL::date, o.partner_id,
                   NULL::int, NULL::int, o.id, NULL::int, NULL::int,
                   l.price_subtotal_incl, 0, 0, o.company_id, c.currency_id
              FROM pos_order_line l
              JOIN pos_order o ON o.id = l.order_id
              JOIN res_company c ON c.id = o.company_id
              JOIN product_product p ON p.id = l.product_id
             WHERE o.state IN ('paid', 'done') AND o.date_order::date <= %s
               AND l.qty <> 0
               AND (l.entitlement_id IS NOT NULL OR EXISTS (
                       SELECT FROM beauty_plan b
                        WHERE b.product_tmpl_id = p.product_tmpl_id))
               AND NOT EXISTS (
                       SELECT FROM beauty_entry e WHERE e.pos_order_line_id = l.id)
            """,
            last,
        )

    def _query_invoice_lines(self, last):
        """Posted lines of customer invoices, of no ticket, that sold a plan alone."""
        return SQL(
            """
            SELECT i.id * 4 + 3, 'invoice', i.date, i.date, i.partner_id,
                   NULL::int, NULL::int, NULL::int, i.id, i.move_id,
                   -i.balance, 0, 0, i.company_id, c.currency_id
              FROM account_move_line i
              JOIN account_move m ON m.id = i.move_id
              JOIN res_company c ON c.id = i.company_id
              JOIN product_product p ON p.id = i.product_id
              JOIN beauty_plan b ON b.product_tmpl_id = p.product_tmpl_id
                   AND b.company_id = i.company_id
             WHERE m.move_type = 'out_invoice' AND i.parent_state = 'posted'
               AND i.date <= %s AND i.display_type = 'product'
               AND NOT EXISTS (SELECT FROM pos_order o WHERE o.account_move = m.id)
               AND NOT EXISTS (
                       SELECT FROM beauty_contract k WHERE k.move_line_id = i.id)
            """,
            last,
        )

    def action_open_source(self):
        """Open the entry, the ticket or the journal entry that is alone."""
        self.ensure_one()
        return (self.entry_id or self.order_id or self.move_id)._get_records_action()
