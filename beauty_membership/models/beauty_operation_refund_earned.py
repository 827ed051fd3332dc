# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyOperation(models.Model):
    """What a sale earned goes with its money: points, tier, the seller's share."""

    _inherit = "beauty.operation"

    def _get_refunded_part(self):
        """Return the part of what was paid that a refund gives back, 0 to 1."""
        paid = self.contract_id.amount_paid
        back = self.refund_amount - self.interest_amount
        return min(max(back / paid, 0.0), 1.0) if paid else 0.0

    def _take_back_earned(self):
        part = self._get_refunded_part()
        if not part:
            return
        lines = self.contract_id._get_payment_lines()
        for line in lines:
            self._take_back_points(line, part)
        shares = self.env["beauty.performance"].search(
            [
                ("pos_order_line_id", "in", lines.ids),
                ("role", "=", "seller"),
                ("reversed_id", "=", False),
            ]
        )
        shares._take_back_for(self, part)
        self._take_back_tier(lines.order_id)

    def _take_back_points(self, line, part):
        """Take back the points that a payment of the contract earned, rounded down.

        What is spent already stays owed.
        """
        order = line.order_id
        points = int(order._get_points_of(line) / (line.qty or 1) * part + 1e-6)
        entries = order._get_earned_entries()
        if points <= 0 or not entries:
            return
        entries.partner_id._claw_back_points(
            points,
            self.company_id,
            self.date,
            f"op:{self.id}:claw:{line.id}",
            lots=entries.entitlement_id,
            operation_id=self.id,
            reason=self._get_title(),
        )

    def _take_back_tier(self, orders):
        """What the refunded tickets sold or earned goes, if nothing else holds it."""
        member = self.contract_id.partner_id.with_company(self.company_id)
        before = member.tier_id
        for order in orders[:1]:
            order._take_back_tier(member, orders)
            if member.tier_id != before:
                order._notify_member_changed(member)

    def _give_back_earned(self):
        """A reversed refund gives the seller her share again; points go by entries."""
        shares = self.env["beauty.performance"].search([("operation_id", "=", self.id)])
        shares._give_again(self)
