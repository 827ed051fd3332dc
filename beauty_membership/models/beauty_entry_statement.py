# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import SQL

BOOKINGS = [
    ("none", "No Value"),
    ("transit", "In Transit"),
    ("booked", "Booked"),
]


class BeautyEntry(models.Model):
    """What a statement shows beside an entry: balances after it, ticket, journal."""

    _inherit = "beauty.entry"

    pos_order_id = fields.Many2one(
        related="pos_order_line_id.order_id", string="Ticket"
    )
    move_id = fields.Many2one(
        related="account_move_line_id.move_id", string="Journal Entry"
    )
    booking = fields.Selection(
        selection=BOOKINGS,
        compute="_compute_booking",
        string="Books",
        help="In transit: the closing of the register, or the invoice, books it.",
    )
    units_after = fields.Float(
        string="Left",
        digits=(16, 2),
        compute="_compute_balances",
        help="Units of the holding after this entry.",
    )
    amount_after = fields.Monetary(
        string="Liability",
        compute="_compute_balances",
        help="What the contract carries after this entry.",
    )

    @api.depends("account_move_line_id", "amount")
    def _compute_booking(self):
        for entry in self:
            booked = "booked" if entry.account_move_line_id else "transit"
            is_nothing = entry.currency_id.is_zero(entry.amount)
            entry.booking = "none" if is_nothing else booked

    @api.depends("quantity", "amount")
    def _compute_balances(self):
        balances = self._fetch_balances()
        for entry in self:
            entry.units_after, entry.amount_after = balances.get(entry.id, (0.0, 0.0))

    def _fetch_balances(self):
        """Return the balances after each entry, by date and order of posting.

        :return: {entry id: (units of its holding, money of its contract)}
        """
        if not self.ids:
            return {}
        self.flush_model()
        query = SQL(
            """
            SELECT id,
                   SUM(quantity) OVER (PARTITION BY entitlement_id ORDER BY date, id),
                   SUM(amount) OVER (
                       PARTITION BY COALESCE(contract_id, -entitlement_id)
                           ORDER BY date, id)
              FROM beauty_entry
             WHERE contract_id = ANY(%(contracts)s)
                OR entitlement_id = ANY(%(holdings)s)
            """,
            contracts=self.contract_id.ids,
            holdings=self.entitlement_id.ids,
        )
        return {row[0]: row[1:] for row in self.env.execute_query(query)}

    def action_open_order(self):
        """Open the ticket that moved the holding."""
        self.ensure_one()
        return self.pos_order_id._get_records_action()

    def action_open_move(self):
        """Open the journal entry that books this entry."""
        self.ensure_one()
        return self.move_id._get_records_action()
