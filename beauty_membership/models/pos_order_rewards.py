# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict

from odoo import fields, models

from ..exceptions import RedemptionRefused
from ..rules.allocation import allocate
from ..rules.points import get_reward_count

MAX_REWARDS = 100


class PosOrder(models.Model):
    """What points pay for on a ticket, and what they put on the card.

    The till says which reward; the server works out what it costs.
    """

    _inherit = "pos.order"

    reward_requests = fields.Json(
        copy=False,
        help="Rewards that the member keeps for later: "
        "[{'reward_id': id, 'quantity': whole number}].",
    )

    def _spend_on_rewards(self):
        """Spend points on lines and on what is kept. :return: int points"""
        lines = self.lines.filtered(
            lambda line: (
                (line.points_amount or line.beauty_reward_id) and not line._gives_back()
            )
        )
        requests = self._get_reward_requests()
        if not lines and not requests:
            return 0
        if not self.partner_id:
            raise RedemptionRefused(
                self.env._("Choose the member who spends the points.")
            )
        self._ensure_own_company()
        for line in lines:
            line._ensure_can_take_points()
        return sum(
            self._spend_on_lines(reward, reward_lines)
            for reward, reward_lines in self._get_lines_by_reward(lines).items()
        ) + sum(
            self._spend_on_card(reward, quantity)
            for reward, quantity in requests.items()
        )

    def _get_lines_by_reward(self, lines):
        """Return the lines of each reward; money off may come without its name.

        :return: {beauty.reward: pos.order.line}
        """
        groups = defaultdict(self.env["pos.order.line"].browse)
        for line in lines:
            groups[line.beauty_reward_id] |= line
        unnamed = groups.pop(self.env["beauty.reward"], None)
        if unnamed:
            reward = self._find_discount_reward(unnamed)
            unnamed.beauty_reward_id = reward
            groups[reward] |= unnamed
        return groups

    def _find_discount_reward(self, lines):
        """Return the money-off reward that costs least for what lines were given.

        :raises RedemptionRefused: if none gives that much in whole times
        """
        cents = sum(line._get_points_cents() for line in lines)
        rewards = self.env["beauty.reward"].search(
            [("kind", "=", "discount"), ("company_id", "=", self.company_id.id)]
        )
        costs = [
            (reward.points * count, reward.id)
            for reward in rewards
            for count in [get_reward_count(cents, reward._get_cents())]
            if count and not reward._get_date_refusal(self)
        ]
        if not costs:
            raise RedemptionRefused(
                self.env._("No reward takes exactly that much off the ticket.")
            )
        return rewards.browse(min(costs)[1])

    def _spend_on_lines(self, reward, lines):
        """Spend what one reward costs on its lines, each its share."""
        weights = [line._get_points_cents() for line in lines]
        if reward.kind == "product":
            count = sum(line._get_gift_count(reward) for line in lines)
            weights = [int(line.qty) for line in lines]
        else:
            count = reward._get_discount_count(sum(weights))
        reward._ensure_can_take(self, count)
        points = allocate(reward.points * count, weights)
        counts = allocate(count, weights)
        for line, share, taken in zip(lines, points, counts, strict=True):
            self._spend_on_reward(reward, share, taken, f"points:{line.uuid}", line)
        return sum(points)

    def _spend_on_reward(self, reward, points, count, key, line=None):
        self.partner_id._spend_points(
            points,
            self.company_id,
            self._get_membership_date(),
            key,
            reward=reward,
            reward_quantity=count,
            reason=reward.name,
            **self._get_points_vals(line),
        )

    # Rewards that are kept

    def _get_reward_requests(self):
        """Return what the till asks to put on the card. :return: {reward: int}"""
        requests = self.reward_requests or []
        wanted = defaultdict(int)
        if not isinstance(requests, list):
            self._refuse_request()
        for request in requests:
            reward_id, quantity = self._parse_request(request)
            reward = self.env["beauty.reward"].browse(reward_id).exists()
            if not reward or not reward.plan_id:
                self._refuse_request()
            wanted[reward] += quantity
        return wanted

    def _parse_request(self, request):
        if not isinstance(request, dict):
            self._refuse_request()
        numbers = (request.get("reward_id"), request.get("quantity", 1))
        if not all(type(number) is int and number > 0 for number in numbers):
            self._refuse_request()
        if numbers[1] > MAX_REWARDS:
            self._refuse_request()
        return numbers

    def _refuse_request(self):
        raise RedemptionRefused(
            self.env._("This reward cannot be put on the card. Choose it again.")
        )

    def _spend_on_card(self, reward, quantity):
        reward._ensure_can_take(self, quantity)
        key = f"points:{self.uuid}:{reward.id}"
        self._spend_on_reward(reward, reward.points * quantity, quantity, key)
        reward._grant(self, quantity)
        return reward.points * quantity

    # Receipt

    def _get_granted(self, plan_lines):
        """What points put on the card is new on it as well."""
        granted = super()._get_granted(plan_lines)
        if not self.reward_requests:
            return granted
        key = f"grant:reward:{self.uuid}:"
        entries = self.env["beauty.entry"].search(
            [("idempotency_key", "=like", f"{key}%")]
        )
        return granted | entries.entitlement_id
