# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class PosOrder(models.Model):
    """What the receipt says of stored value: spent or back, and left."""

    _inherit = "pos.order"

    def _get_membership_summary(self, plan_lines, use_lines):
        """Add stored value: kind 'value' or 'value_back'.

        Such a row has principal and bonus (spent, or given back), principal_left and
        bonus_left, all money.
        """
        rows = super()._get_membership_summary(plan_lines, use_lines)
        if not self._moves_value():
            return rows
        entries = self.lines.beauty_entry_ids.filtered(
            lambda entry: (
                entry.movement in ("redeem", "restore")
                and entry.entitlement_id.kind == "value"
            )
        )
        for kind, sign in (("value", 1), ("value_back", -1)):
            moved = entries.filtered(lambda e, sign=sign: e.quantity * sign < 0)
            if moved:
                rows.append(self._prepare_value_summary(kind, moved))
        return rows

    def _moves_value(self):
        """Whether the tender or a bonus says that stored value may have moved."""
        tender = self.payment_ids.payment_method_id.filtered("is_prepaid")
        return bool(tender) or any(line.bonus_amount for line in self.lines)

    def _prepare_value_summary(self, kind, entries):
        lines = entries.pos_order_line_id
        # sudo: the receipt tells a gift card's balance to whoever holds it
        holdings = entries.sudo().entitlement_id.contract_id.entitlement_ids
        if self.partner_id:
            holdings |= self._get_value_holdings()
        holdings = holdings.filtered(lambda h: h.kind == "value")
        bonus = holdings.filtered("is_bonus")
        money = self.currency_id.round
        return {
            "kind": kind,
            "name": self.env._("Stored value"),
            "used": 0,
            "remaining": False,
            "date_expiry": False,
            "principal": money(abs(sum(entries.mapped("amount")))),
            "bonus": money(abs(sum(lines.mapped("bonus_amount")))),
            "principal_left": money(sum((holdings - bonus).mapped("remaining"))),
            "bonus_left": money(sum(bonus.mapped("remaining"))),
        }
