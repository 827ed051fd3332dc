# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


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

    def _get_grant_rows(self, plan_lines):
        """Add value put in: kind 'value_in', a row for each last day it has."""
        rows = super()._get_grant_rows(plan_lines)
        lots = self._get_granted(plan_lines).filtered(lambda h: h.kind == "value")
        return rows + [
            self._prepare_value_grant(same)
            for same in lots.grouped("date_expiry").values()
        ]

    def _prepare_value_grant(self, lots):
        """Return principal and bonus put in, and all that is on the card now."""
        bonus = lots.filtered("is_bonus")
        return {
            "kind": "value_in",
            "name": self.env._("Stored value"),
            "used": 0,
            "remaining": False,
            "date_expiry": fields.Date.to_string(lots[:1].date_expiry) or False,
            "principal": self._sum_left(lots - bonus),
            "bonus": self._sum_left(bonus),
            **self._prepare_value_left(self._get_value_holdings() | lots),
        }

    def _prepare_value_left(self, holdings):
        bonus = holdings.filtered("is_bonus")
        return {
            "principal_left": self._sum_left(holdings - bonus),
            "bonus_left": self._sum_left(bonus),
        }

    def _sum_left(self, holdings):
        return self.currency_id.round(sum(holdings.mapped("remaining")))

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
        money = self.currency_id.round
        is_gift = self.gift_code or self.gift_contract_id
        return {
            "kind": kind,
            "name": self.env._("Gift card") if is_gift else self.env._("Stored value"),
            "used": 0,
            "remaining": False,
            "date_expiry": False,
            "principal": money(abs(sum(entries.mapped("amount")))),
            "bonus": money(abs(sum(lines.mapped("bonus_amount")))),
            **self._prepare_value_left(holdings),
        }
