# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class ResCompany(models.Model):
    """What a company gives somebody who becomes a member at the till."""

    _inherit = "res.company"

    beauty_welcome_plan_id = fields.Many2one(
        comodel_name="beauty.plan",
        string="Welcome Gift",
        domain="[('company_id', '=', id)]",
        help="A plan given free to who becomes a member at the till.",
    )
    beauty_welcome_points = fields.Integer(
        string="Welcome Points", help="Points for who becomes a member at the till."
    )
    beauty_welcome_service_ids = fields.Many2many(
        comodel_name="product.product",
        relation="beauty_welcome_service_rel",
        string="Logged on Joining",
        domain="[('type', '=', 'service'), ('is_membership_plan', '=', False)]",
        help="Services performed for everybody who joins, such as a skin test.",
    )
    beauty_welcome_sample_ids = fields.Many2many(
        comodel_name="product.product",
        relation="beauty_welcome_sample_rel",
        string="Samples Handed Out",
        domain="[('type', '=', 'consu')]",
        help="One of each leaves the stock of the register's warehouse.",
    )

    _welcome_points_positive = models.Constraint(
        "CHECK (beauty_welcome_points >= 0)", "Welcome points cannot be negative."
    )

    @api.constrains("beauty_welcome_plan_id")
    def _check_beauty_welcome_plan_id(self):
        self.beauty_welcome_plan_id._ensure_can_be_given()
