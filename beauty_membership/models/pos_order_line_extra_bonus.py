# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..exceptions import GrantRefused

# Nobody gives more by hand, and what is no number is no more than that.
LARGEST = 10**9


class PosOrderLine(models.Model):
    """Stored value a cashier gives on top of what a recharge gives by itself."""

    _inherit = "pos.order.line"

    extra_bonus = fields.Monetary(
        copy=False,
        help="Stored value given on top of what the recharge gives. Above the "
        "cashier's authority a manager approves it.",
    )

    def _ensure_extra_bonus(self):
        """:raises GrantRefused: if it comes with anything but one recharge"""
        for line in self:
            plan = line.product_id.product_tmpl_id.plan_ids[:1]
            is_sum = 0 < line.extra_bonus < LARGEST
            is_sale = line.qty == 1 and not line.contract_id
            if not (is_sum and is_sale and plan._get_principal_lines()):
                raise GrantRefused(
                    self.env._("An extra bonus comes with one recharge on its line.")
                )
