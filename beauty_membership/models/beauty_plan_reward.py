# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class BeautyPlan(models.Model):
    """Terms of what a points reward puts on the card."""

    _inherit = "beauty.plan"

    is_reward = fields.Boolean(
        readonly=True,
        copy=False,
        help="Made by a points reward: it is granted for points and never sold.",
    )
