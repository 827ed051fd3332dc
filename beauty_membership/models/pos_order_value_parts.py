# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class PosOrder(models.Model):
    """Arrears and parts of a price, paid with stored value."""

    _inherit = "pos.order"

    def _prepare_value_lines(self, pots, amounts):
        """A gift discounts what it pays, and arrears have no discount.

        So they are paid from principal that no gift comes with. Neither they nor a
        part of a price follow a pricelist: the amount was agreed on.
        """
        has_gift = any(lot.is_bonus for _contract, pot in pots for lot in pot.lots)
        return [
            line._replace(prices={}) if line.key._has_agreed_amount() else line
            for line in super()._prepare_value_lines(pots, amounts)
            if not (has_gift and line.key.contract_id)
        ]
