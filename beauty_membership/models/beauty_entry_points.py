# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import SQL


class BeautyEntry(models.Model):
    """What a statement of points shows beside a movement."""

    _inherit = "beauty.entry"

    points_after = fields.Integer(
        string="Balance",
        compute="_compute_points_after",
        help="Points of the member after this movement, net of points owed.",
    )
    date_expiry = fields.Date(related="entitlement_id.date_expiry")

    @api.depends("quantity", "partner_id")
    def _compute_points_after(self):
        balances = self._fetch_points_after()
        for entry in self:
            entry.points_after = balances.get(entry.id, 0)

    def _fetch_points_after(self):
        """Return the balance after each movement of points. :return: {id: int}"""
        if not self.ids:
            return {}
        self.flush_model()
        query = SQL(
            """
            SELECT e.id,
                   SUM(e.quantity) OVER (PARTITION BY e.partner_id, e.company_id
                                             ORDER BY e.date, e.id)
              FROM beauty_entry e
              JOIN beauty_entitlement h ON h.id = e.entitlement_id
             WHERE h.kind = 'points' AND e.partner_id = ANY(%s)
            """,
            self.partner_id.ids,
        )
        return {
            entry_id: int(balance)
            for entry_id, balance in self.env.execute_query(query)
        }
