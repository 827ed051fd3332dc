# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class PosOrderLine(models.Model):
    """A hand-out of kept goods: a use without anybody who performs it.

    Odoo moves the stock of such a line as of any goods sold; the sale of the plan
    moved none.
    """

    _inherit = "pos.order.line"

    def _is_service(self):
        return super()._is_service() and not self._is_hand_out()

    def _is_hand_out(self):
        """Whether the line hands kept goods out, or takes them back."""
        self.ensure_one()
        return self.product_id.type != "service" and self._is_use()
