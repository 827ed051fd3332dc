# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class PosOrder(models.Model):
    """What receipt and customer display say of a member's card.

    A row is a dict: kind ('use', 'restore', 'grant'), name, used and remaining units,
    unit (see `beauty.entitlement._get_summary_unit`), date_expiry.
    """

    _inherit = "pos.order"

    def _get_use_rows(self, use_lines):
        """Return uses and uses taken back, those of one service together."""
        rows = {}
        for line in use_lines:
            holding = line.entitlement_id or line.refunded_orderline_id.entitlement_id
            kind = "use" if line.qty > 0 else "restore"
            name = line.full_product_name or line.product_id.display_name
            for held in holding:
                row = rows.setdefault(
                    (kind, held.id, name),
                    {"kind": kind, "used": 0, **self._get_summary_vals(held, name)},
                )
                row["used"] += abs(line.qty) * held._get_units(line.product_id)
        return list(rows.values())

    def _get_grant_rows(self, plan_lines):
        """Return what came on the card, one row for each holding."""
        return [
            {
                "kind": "grant",
                "used": 0,
                **self._get_summary_vals(held, held.display_name),
            }
            for held in self._get_granted(plan_lines)
            if held.kind != "value"
        ]

    def _get_granted(self, plan_lines):
        """Return the new holdings of members; a gift card is nobody's yet."""
        contracts = self.env["beauty.contract"].search(
            [("pos_order_line_id", "in", plan_lines.ids), ("partner_id", "!=", False)]
        )
        return contracts.entitlement_ids

    def _get_summary_vals(self, holding, name):
        return {"name": name, **holding._prepare_summary(self._get_membership_date())}
