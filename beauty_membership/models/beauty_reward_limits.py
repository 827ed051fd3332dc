# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class BeautyReward(models.Model):
    """How many of a limited reward are left, for the catalogue at the till."""

    _inherit = "beauty.reward"

    @api.model
    @api.readonly
    def get_limits(self, partner_id, config_id):
        """Return how many a member can still have of each limited reward.

        Only a preview: the settlement counts again.

        :param int partner_id: the member
        :param int config_id: the register
        :return: {reward id: int, zero or more}; rewards without a limit are left out
        """
        Partner = self.env["res.partner"]
        config = Partner._fetch_config(config_id)
        partner = Partner._fetch_partner(partner_id, config)
        rewards = self.search(
            [
                ("company_id", "=", config.company_id.id),
                "|",
                ("stock_limit", ">", 0),
                ("member_limit", ">", 0),
            ]
        )
        by_all, by_member = rewards._fetch_taken(), rewards._fetch_taken(partner)
        return {
            reward.id: max(
                0,
                min(
                    limit - taken.get(reward.id, 0)
                    for limit, taken in (
                        (reward.stock_limit, by_all),
                        (reward.member_limit, by_member),
                    )
                    if limit
                ),
            )
            for reward in rewards
        }
