# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..exceptions import GrantRefused


class BeautyContract(models.Model):
    """Payments of a part-paid contract, given back as they were taken."""

    _inherit = "beauty.contract"

    def _take_back_payment(self, line, total):
        """Give one later payment back: its money goes, and the units it released.

        :param line: pos.order.line of the refund
        :param float total: what the member gets, taxes included
        :return: money that leaves the liability
        :raises GrantRefused: if it was given back before or is used
        """
        self.ensure_one()
        entries = self._get_payment_entries(line)
        entries.entitlement_id._post_entry(
            [
                {
                    "entitlement_id": entry.entitlement_id.id,
                    "movement": "refund",
                    "quantity": -entry.quantity,
                    "amount": -entry.amount,
                    "idempotency_key": f"refund:{line.uuid}:{entry.id}",
                    "date": line.order_id._get_membership_date(),
                    "shop_id": line.order_id.config_id.beauty_shop_id.id,
                    "pos_order_line_id": line.id,
                    "reversed_entry_id": entry.id,
                }
                for entry in entries
            ]
        )
        self.amount_paid = self.currency_id.round(self.amount_paid - total)
        return sum(entries.mapped("amount"))

    def _get_payment_entries(self, line):
        """Return the entries of the payment that a refund line gives back."""
        Entry = self.env["beauty.entry"]
        paid = [("pos_order_line_id", "=", line.refunded_orderline_id.id)]
        entries = Entry.search([*paid, ("movement", "=", "grant")])
        if Entry.search_count([("reversed_entry_id", "in", entries.ids)], limit=1):
            raise GrantRefused(self.env._("This payment was given back already."))
        is_used = any(
            entry.entitlement_id.remaining < entry.quantity
            or entry.entitlement_id.amount_remaining < entry.amount
            for entry in entries
        )
        if not entries or is_used or self.state not in ("active", "frozen"):
            raise GrantRefused(
                self.env._(
                    "What this payment released of %(name)s was used. Undo the uses "
                    "first, or let a manager settle it from the contract.",
                    name=self.name,
                )
            )
        return entries
