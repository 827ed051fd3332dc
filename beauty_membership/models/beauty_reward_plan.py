# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, models


class BeautyReward(models.Model):
    """What a reward puts on the card: a contract of a plan that nobody buys.

    So it is used, shown, refunded and proven like everything else on a card.
    Terms that change make a new plan; contracts keep the one they came from.
    """

    _inherit = "beauty.reward"

    def _can_keep(self):
        """Whether the reward can be put on the card for later."""
        self.ensure_one()
        return self.kind == "value" or (
            self.kind == "product" and self.product_id.type == "service"
        )

    def _sync_plan(self):
        """Give each reward that can be kept a plan with its present terms."""
        for reward in self:
            reward.plan_id = reward._can_keep() and reward._create_plan()

    def _create_plan(self):
        """Create an archived plan: it has terms, and no till offers it."""
        # sudo: the plan belongs to its reward; who makes the reward makes it
        plan = self.env["beauty.plan"].sudo().create(self._prepare_plan_vals())
        plan.active = False
        return plan

    def _prepare_plan_vals(self):
        return {
            "name": self.name,
            "company_id": self.company_id.id,
            "price": 0,
            "is_reward": True,
            "validity_months": self.validity_months,
            "line_ids": [Command.create(self._prepare_plan_line_vals())],
        }

    def _prepare_plan_line_vals(self):
        if self.kind == "value":
            return {"kind": "value", "quantity": self.amount, "is_bonus": True}
        return {
            "kind": "session",
            "quantity": 1,
            "is_bonus": True,
            "product_ids": [Command.set(self.product_id.ids)],
        }

    def _grant(self, order, quantity):
        """Put a reward on the card of a ticket's member, so many times.

        :return: the new contracts
        """
        self.ensure_one()
        contracts = self.env["beauty.contract"]
        for index in range(quantity):
            contracts |= self.plan_id._grant_free(
                order.partner_id,
                f"reward:{order.uuid}:{self.id}:{index}",
                shop=order.config_id.beauty_shop_id,
            )
        return contracts
