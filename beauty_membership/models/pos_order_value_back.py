# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import float_round

from ..exceptions import RedemptionRefused
from ..rules.value_shares import give_back
from .pos_order import PAID


class PosOrder(models.Model):
    """A refund gives stored value back as it was spent, lot by lot."""

    _inherit = "pos.order"

    def _give_back_value(self, payment, amounts):
        res = super()._give_back_value(payment, amounts)
        for line, parts in self._get_value_back().items():
            self._ensure_same_member(line.refunded_orderline_id.order_id.partner_id)
            if line.refunded_orderline_id.bonus_amount:
                line._ensure_keeps_discount()
            line.bonus_amount = line._get_bonus_back()
            self.env["beauty.entitlement"]._post_entry(
                [self._prepare_value_back_vals(line, *part, payment) for part in parts]
            )
        return res

    def _get_value_back(self):
        """Return what refund lines give back of stored value, in cents.

        :return: {pos.order.line: list of (beauty.entry, face, money)}
        :raises RedemptionRefused: if a line was given back before
        """
        back = {}
        lines = self.lines.filtered(lambda x: x.qty < 0 and x.refunded_orderline_id)
        if not lines:
            return back
        entries = self.env["beauty.entry"].search(
            [
                ("pos_order_line_id", "in", lines.refunded_orderline_id.ids),
                ("movement", "=", "redeem"),
                ("entitlement_id.kind", "=", "value"),
            ],
            order="id",
        )
        by_line = entries.grouped("pos_order_line_id")
        for line in lines:
            taken = by_line.get(line.refunded_orderline_id)
            if taken:
                back[line] = [(entry, *line._get_entry_back(entry)) for entry in taken]
        return back

    def _prepare_value_back_vals(self, line, entry, face, money, payment):
        return {
            "entitlement_id": entry.entitlement_id.id,
            "movement": "restore",
            "quantity": self._from_cents(face),
            "amount": self._from_cents(money),
            "idempotency_key": f"value_back:{line.uuid}:{entry.id}",
            "date": fields.Date.context_today(self),
            "shop_id": self.config_id.beauty_shop_id.id,
            "pos_order_line_id": line.id,
            "pos_payment_id": payment.id,
            "reversed_entry_id": entry.id,
            "reason": self.beauty_reason
            or self.env._("Refund of %s", line.refunded_orderline_id.order_id.name),
        }


class PosOrderLine(models.Model):
    """Which part of its original a refund line gives back."""

    _inherit = "pos.order.line"

    def _prepare_refund_data(self, refund_order, PosPackOperationLot):
        """The settlement says which bonus a refund brings back."""
        values = super()._prepare_refund_data(refund_order, PosPackOperationLot)
        return {**values, "bonus_amount": 0.0}

    def _get_entry_back(self, entry):
        """Return face and money, in cents, that come back of one entry."""
        to_cents = self.order_id._to_cents
        parts = self._get_refunded_parts()
        return tuple(
            give_back(to_cents(-taken), *parts)
            for taken in (entry.quantity, entry.amount)
        )

    def _get_bonus_back(self):
        """Return the bonus of this refund line, as money, negative."""
        order = self.order_id
        bonus = order._to_cents(self.refunded_orderline_id.bonus_amount)
        return -order._from_cents(give_back(bonus, *self._get_refunded_parts()))

    def _get_refunded_parts(self):
        """Return the quantity sold, refunded before and now, in thousandths.

        :raises RedemptionRefused: if more would come back than was sold
        """
        self.ensure_one()
        original = self.refunded_orderline_id
        before = original.refund_orderline_ids.filtered(
            lambda line: (
                line._gives_back()
                and (
                    line.order_id.state in PAID
                    or (line.order_id == self.order_id and line.id < self.id)
                )
            )
        )
        parts = [
            int(float_round(1000 * quantity, precision_digits=0))
            for quantity in (original.qty, -sum(before.mapped("qty")), -self.qty)
        ]
        if parts[1] + parts[2] > parts[0]:
            raise RedemptionRefused(
                self.env._(
                    "%(name)s was refunded already.",
                    name=original.full_product_name or original.product_id.display_name,
                )
            )
        return parts
