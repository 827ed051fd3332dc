# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.tools import SQL, format_date

from ..exceptions import RedemptionRefused
from ..rules.money import to_cents
from ..rules.points import get_reward_count


class BeautyReward(models.Model):
    """Whether a member can have a reward on a day."""

    _inherit = "beauty.reward"

    def _ensure_can_take(self, order, quantity):
        """Refuse a reward that the ticket's member cannot have.

        :param order: pos.order that asks
        :param int quantity: how many, one or more
        :raises RedemptionRefused: says why
        """
        self.ensure_one()
        self._hold()
        refusal = (
            self._get_date_refusal(order)
            or self._get_tier_refusal(order)
            or self._get_limit_refusal(order, quantity)
        )
        if refusal:
            raise RedemptionRefused(refusal)

    def _get_cents(self):
        """Return what one takes off a ticket, in cents."""
        return to_cents(self.amount, self.currency_id.decimal_places)

    def _get_discount_count(self, cents):
        """Return how many of this reward give so much money off.

        :raises RedemptionRefused: if they do not in whole times
        """
        self.ensure_one()
        count = get_reward_count(cents, self._get_cents())
        if self.kind != "discount" or not count:
            raise RedemptionRefused(
                self.env._(
                    "“%(reward)s” takes %(amount)s off a ticket, or a multiple of it.",
                    reward=self.name,
                    amount=self.currency_id.format(self.amount),
                )
            )
        return count

    def _hold(self):
        """Two tills that reach for the last one collide; Odoo retries the second.

        Only a reward that is limited has to; others have no row in common.
        """
        if self.stock_limit:
            self.flush_recordset()
            self.env.cr.execute(
                SQL(
                    "UPDATE beauty_reward SET write_date = write_date WHERE id = %s",
                    self.id,
                )
            )

    def _get_date_refusal(self, order):
        day = order._get_membership_date()
        if not self.active or self.company_id != order.company_id:
            return self.env._("“%s” is not offered here any more.", self.name)
        if self.date_start and day < self.date_start:
            return self.env._(
                "“%(reward)s” is offered from %(day)s.",
                reward=self.name,
                day=format_date(self.env, self.date_start),
            )
        if self.date_end and day > self.date_end:
            return self.env._(
                "“%(reward)s” was offered until %(day)s.",
                reward=self.name,
                day=format_date(self.env, self.date_end),
            )
        return ""

    def _get_tier_refusal(self, order):
        tier = order.partner_id.with_company(order.company_id).tier_id
        if self.tier_ids and tier not in self.tier_ids:
            return self.env._(
                "“%(reward)s” is for these tiers only: %(tiers)s.",
                reward=self.name,
                tiers=", ".join(self.tier_ids.mapped("name")),
            )
        return ""

    def _get_limit_refusal(self, order, quantity):
        if self.stock_limit:
            left = self.stock_limit - self._fetch_taken().get(self.id, 0)
            if quantity > left:
                return self.env._(
                    "“%(reward)s”: only %(left)s left.",
                    reward=self.name,
                    left=max(left, 0),
                )
        if self.member_limit:
            taken = self._fetch_taken(order.partner_id).get(self.id, 0)
            if quantity > self.member_limit - taken:
                return self.env._(
                    "“%(reward)s”: %(limit)s for each member, %(taken)s taken already.",
                    reward=self.name,
                    limit=self.member_limit,
                    taken=taken,
                )
        return ""
