# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from math import isfinite

from odoo import fields, models

from ..exceptions import RedemptionRefused
from ..rules.money import to_cents


class PosOrderLine(models.Model):
    """A line that points pay for, in part or whole."""

    _inherit = "pos.order.line"

    beauty_reward_id = fields.Many2one(
        comodel_name="beauty.reward",
        string="Points Reward",
        ondelete="restrict",
        index="btree_not_null",
        help="What the points on this line were spent on.",
    )

    def _get_points_cents(self):
        """Return the money that points take off the line, in cents."""
        return to_cents(self.points_amount, self.currency_id.decimal_places)

    def _ensure_can_take_points(self):
        """Refuse points on a line that cannot have them."""
        self.ensure_one()
        if not isfinite(self.points_amount) or self.points_amount <= 0 or self.qty <= 0:
            self._refuse_points(self.env._("the points of a line are money off it"))
        if (
            self.product_id.is_membership_plan
            or self._is_use()
            or self._sells_gift_card()
            or self.product_id == self.order_id.config_id.tip_product_id
        ):
            self._refuse_points(self.env._("points pay for goods and services only"))

    def _refuse_points(self, why):
        raise RedemptionRefused(
            self.env._(
                "%(line)s: %(why)s. Remove the reward and choose it again.",
                line=self.full_product_name or self.product_id.display_name,
                why=why,
            )
        )

    def _get_gift_count(self, reward):
        """Return how many of a product reward a line takes, whole and for nothing."""
        gross = self._get_gross()
        count = int(self.qty)
        if self.product_id != reward.product_id or count != self.qty:
            self._refuse_points(
                self.env._("“%s” is for another product, in whole numbers", reward.name)
            )
        if self.currency_id.compare_amounts(self.points_amount, gross):
            self._refuse_points(self.env._("points pay for a gift as a whole"))
        return count
