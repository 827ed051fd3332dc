# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class PosOrder(models.Model):
    """After each ticket its members are told what moved and what is left."""

    _inherit = "pos.order"

    def _finish_settlement(self, *args):
        res = super()._finish_settlement(*args)
        self._tell_members()
        return res

    def _tell_members(self):
        """Queue one message for each member whose holdings this ticket moved."""
        self.lines.beauty_entry_ids.sorted("id")._tell_members(
            self.config_id.beauty_shop_id,
            technician_names=self._get_technician_names(),
            pos_order_id=self.id,
        )

    def _get_technician_names(self):
        return ", ".join(self.lines.technician_id.mapped("name"))
