# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import models
from odoo.tools import float_compare

from ..exceptions import RedemptionRefused
from ..rules.points import get_given_back, split_give_back
from .pos_order import PAID


class PosOrderLine(models.Model):
    """A line that earns points, or that points pay for."""

    _inherit = "pos.order.line"

    def _get_sold_plan(self):
        """Return the plan that the line sells, archived or not."""
        template = self.product_id.product_tmpl_id.with_context(active_test=False)
        is_plan = self.product_id.is_membership_plan
        return template.plan_ids[:1] if is_plan else self.env["beauty.plan"]

    def _sells_value(self):
        """Whether the line sells a plan that grants stored value."""
        self.ensure_one()
        return "value" in self._get_sold_plan().line_ids.mapped("kind")

    def _sells_gift_card(self):
        """Whether the line sells a gift card, ours or one of Odoo's loyalty."""
        self.ensure_one()
        if self._get_sold_plan().is_gift_card:
            return True
        product = self.product_id
        if product.type != "service" or product.is_treatment:
            return False
        return product.id in self.env["loyalty.rule"]._get_card_product_ids()

    def _is_final(self):
        """What points paid for stays as it was captured."""
        return super()._is_final() or bool(self.points_amount)

    def _is_rounded_alone(self):
        """What discounts a line to the cent hangs on no other line."""
        paid = self.points_amount or self.refunded_orderline_id.points_amount
        return super()._is_rounded_alone() or bool(paid)

    def _gives_back(self):
        """Whether the line refunds another one, by its quantity and by its name."""
        self.ensure_one()
        return self.qty < 0 and bool(self.refunded_orderline_id)

    def _get_refunded_thousandths(self, refund):
        """Return the quantity of a line and how much of it is refunded by now.

        :param refund: the pos.order that is being settled counts as well
        :return: (int, int) thousandths
        """
        self.ensure_one()
        back = self.refund_orderline_ids.filtered(
            lambda line: (
                line._gives_back()
                and (line.order_id.state in PAID or line.order_id == refund)
            )
        )
        refunded = -sum(back.mapped("qty"))
        return round(abs(self.qty) * 1000), round(max(refunded, 0) * 1000)

    def _prepare_refund_data(self, refund_order, PosPackOperationLot):
        """A refund of the back office gives points back as the till's does."""
        return {
            **super()._prepare_refund_data(refund_order, PosPackOperationLot),
            "points_amount": -self.points_amount,
            "manual_discount": self.manual_discount,
        }

    # Giving back

    def _give_back_points(self):
        """Give back the points spent on what this line refunds, with their expiry.

        :return: int points
        :raises RedemptionRefused: if the refund pays money for points
        """
        self.ensure_one()
        original = self.refunded_orderline_id
        self._ensure_keeps_discount()
        self._set_points_refunded()
        entries = self.env["beauty.entry"].search(
            [
                ("pos_order_line_id", "=", original.id),
                ("movement", "=", "redeem"),
                ("entitlement_id.kind", "=", "points"),
            ],
            order="id",
        )
        returned = self.env["beauty.entry"].search(
            [("reversed_entry_id", "in", entries.ids)]
        )
        share = original._get_refunded_thousandths(self.order_id)
        points = get_given_back(
            int(-sum(entries.mapped("quantity"))),
            *share,
            int(sum(returned.mapped("quantity"))),
        )
        count = get_given_back(
            sum(entries.mapped("reward_quantity")),
            *share,
            -sum(returned.mapped("reward_quantity")),
        )
        self._post_points_back(entries, returned, points, count)
        return points

    def _ensure_keeps_discount(self):
        """Points and bonus are given back as such, never as money."""
        original = self.refunded_orderline_id
        if (
            float_compare(self.discount, original.discount, precision_digits=6)
            or self.price_unit > original.price_unit
        ):
            raise RedemptionRefused(
                self.env._(
                    "Points or bonus paid a part of this line: refund it at the price "
                    "and discount of the original ticket."
                )
            )

    def _set_points_refunded(self):
        original = self.refunded_orderline_id
        amount = original.points_amount * self.qty / original.qty
        self.points_amount = self.currency_id.round(amount)

    def _post_points_back(self, entries, returned, points, count):
        """Post what comes back: what was spent last comes first."""
        back = {entry: 0 for entry in entries}
        for entry in returned:
            back[entry.reversed_entry_id] += entry.quantity
        left = [(entry, int(-entry.quantity - back[entry])) for entry in entries]
        order = self.order_id
        vals_list = []
        for entry, share in split_give_back(left, points):
            lot = self._get_lot_given_back(entry.entitlement_id)
            vals_list.append(
                {
                    **order._get_points_vals(self),
                    "entitlement_id": lot.id,
                    "movement": "restore",
                    "quantity": share,
                    "amount": 0,
                    "date": order._get_membership_date(),
                    "idempotency_key": f"points_back:{self.uuid}:{entry.id}",
                    "reversed_entry_id": entry.id,
                    "reward_id": entry.reward_id.id,
                    "reward_quantity": -count,
                    "reason": self.env._(
                        "Refund of %s", entry.pos_order_line_id.order_id.name
                    ),
                }
            )
            count = 0
        if vals_list:
            self.env["beauty.entitlement"]._post_entry(vals_list)

    def _get_lot_given_back(self, lot):
        """Return the lot that points come back to: their own, or one of grace."""
        day = self.order_id._get_membership_date()
        if not lot.date_expiry or lot.date_expiry >= day:
            return lot
        company = lot.company_id
        expiry = day + timedelta(days=company.beauty_points_grace_days)
        held = lot._fetch_points(lot.partner_id, company, day)
        return held._find_lot(expiry, False) or lot._create_points_holding(
            lot.partner_id, company, date_expiry=expiry
        )
