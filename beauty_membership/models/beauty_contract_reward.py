# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from ..exceptions import GrantRefused


class BeautyContract(models.Model):
    """A plan that belongs to a reward is had for points, never sold."""

    _inherit = "beauty.contract"

    @api.model
    def _get_sold_plan(self, line):
        plan = super()._get_sold_plan(line)
        if plan.is_reward:
            raise GrantRefused(
                self.env._("“%s” is had for points, it is not sold.", plan.name)
            )
        return plan
