# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..exceptions import RedemptionRefused


class PosOrder(models.Model):
    """What a till may not do with stored value."""

    _inherit = "pos.order"

    def _ensure_bonus_is_sold(self):
        """A bonus is on what is sold, or comes back with the refund of it."""
        for line in self.lines.filtered("bonus_amount"):
            if line.qty <= 0 and not line.refunded_orderline_id:
                self._refuse_bonus(line, 0)

    def _ensure_discount(self, line, price, total):
        """A line costs what it does under its own discount, less bonus and points."""
        expected = price - line.bonus_amount - line.points_amount
        if self.currency_id.compare_amounts(expected, total) != 0:
            raise RedemptionRefused(
                self.env._(
                    "%(name)s costs %(price)s after bonus and points, not %(total)s. "
                    "Take the payment again.",
                    name=line.full_product_name or line.product_id.display_name,
                    price=self.currency_id.format(expected),
                    total=self.currency_id.format(total),
                )
            )

    def _ensure_no_bonus(self):
        """Without stored value there is no bonus either."""
        for line in self.lines.filtered(lambda line: line.qty > 0):
            if line.bonus_amount:
                self._refuse_bonus(line, 0)

    def _ensure_covered(self, covers, total):
        covered = sum(cover.covered for cover in covers)
        if covered != total:
            raise RedemptionRefused(
                self.env._(
                    "Stored value can pay %(covered)s of this ticket, not %(total)s: "
                    "not enough is left, or it is not valid for these items. Take "
                    "the payment again.",
                    covered=self.currency_id.format(self._from_cents(covered)),
                    total=self.currency_id.format(self._from_cents(total)),
                )
            )

    def _ensure_bonus(self, covers):
        bonus = {cover.key: cover.bonus for cover in covers}
        for line in self.lines.filtered(lambda line: line.qty > 0):
            if self._to_cents(line.bonus_amount) != bonus.get(line, 0):
                self._refuse_bonus(line, bonus.get(line, 0))

    def _refuse_bonus(self, line, bonus):
        raise RedemptionRefused(
            self.env._(
                "The bonus of stored value on %(name)s is %(bonus)s. The card has "
                "changed: take the payment again.",
                name=line.full_product_name or line.product_id.display_name,
                bonus=self.currency_id.format(self._from_cents(bonus)),
            )
        )

    def _ensure_sold(self, covers, amounts):
        """Stored value buys what this ticket sells; it does not become cash."""
        sold = sum(
            amounts[line][1]
            for line in self.lines - self._get_use_lines()
            if line.qty > 0
        )
        spent = self._from_cents(sum(cover.tender for cover in covers))
        if self.currency_id.compare_amounts(spent, sold) > 0:
            raise RedemptionRefused(
                self.env._(
                    "Stored value pays at most %(sold)s here; there is no change.",
                    sold=self.currency_id.format(sold),
                )
            )
