# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from odoo.addons.base.models.ir_sequence import _update_nogap


class PosOrder(models.Model):
    """Tickets that are known to exist while their lines are created."""

    _inherit = "pos.order"

    def exists(self):
        known = self.env.context.get("beauty_existing_orders")
        is_known = known is not None and known._name == self._name and self <= known
        return self if is_known else super().exists()


class PosOrderLine(models.Model):
    """Numbers of a ticket's lines, in one step of the register's sequence."""

    _inherit = "pos.order.line"

    @api.model_create_multi
    def create(self, vals_list):
        """Odoo asks for each line whether its ticket exists; its key will tell."""
        ids = {vals["order_id"] for vals in vals_list if vals.get("order_id")}
        orders = self.env["pos.order"].browse(ids)
        lines = self.with_context(beauty_existing_orders=orders)
        lines = super(PosOrderLine, lines).create(self._number_lines(vals_list))
        return lines.with_env(self.env)

    @api.model
    def _number_lines(self, vals_list):
        """Number the lines of one ticket with one step of the register's sequence.

        Odoo steps it once a line, and each step locks the sequence: the numbers are
        the same, in fewer queries.
        """
        orders = {vals.get("order_id") for vals in vals_list if not vals.get("name")}
        order = self.env["pos.order"].browse(orders.pop() if len(orders) == 1 else [])
        sequence = order.session_id.config_id.order_line_seq_id
        if (
            not sequence
            or sequence.implementation != "no_gap"
            or sequence.use_date_range
        ):
            return vals_list
        unnamed = [vals for vals in vals_list if not vals.get("name")]
        step = sequence.number_increment
        first = _update_nogap(sequence, step * len(unnamed))
        names = {
            id(vals): sequence.get_next_char(first + index * step)
            for index, vals in enumerate(unnamed)
        }
        return [
            {**vals, "name": names.get(id(vals), vals.get("name"))}
            for vals in vals_list
        ]
