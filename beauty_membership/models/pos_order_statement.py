# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import Counter

from odoo import fields, models


class PosOrder(models.Model):
    """What a ticket moved in the membership ledger, for its form."""

    _inherit = "pos.order"

    beauty_entry_count = fields.Integer(compute="_compute_beauty_entry_count")

    def _compute_beauty_entry_count(self):
        entries = self.env["beauty.entry"].search(
            [("pos_order_line_id.order_id", "in", self.ids)]
        )
        counts = Counter(entry.pos_order_line_id.order_id.id for entry in entries)
        for order in self:
            order.beauty_entry_count = counts[order.id]

    def action_open_beauty_entries(self):
        """Open the ledger entries of the ticket."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "beauty_membership.beauty_entry_action"
        )
        domain = [("pos_order_line_id.order_id", "=", self.id)]
        return {**action, "domain": domain, "context": {}}
