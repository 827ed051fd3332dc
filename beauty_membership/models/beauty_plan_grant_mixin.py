# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError


class BeautyPlanGrantMixin(models.AbstractModel):
    """So many units of one thing that a plan gives; its heirs say of which kind.

    Created with its plan. A sale copies what is given and never reads it again.
    """

    _name = "beauty.plan.grant.mixin"
    _inherit = ["pos.load.mixin"]
    _description = "What a Plan Gives"

    plan_id = fields.Many2one(
        comodel_name="beauty.plan", required=True, ondelete="cascade", index=True
    )
    quantity = fields.Float(required=True, default=1, digits=(16, 2))
    product_ids = fields.Many2many(comodel_name="product.product")
    company_id = fields.Many2one(related="plan_id.company_id")
    currency_id = fields.Many2one(related="plan_id.currency_id")

    _quantity_positive = models.Constraint(
        "CHECK (quantity > 0)", "A plan gives something: the quantity is above zero."
    )
    _whole_units = models.Constraint(
        "CHECK (kind = 'value' OR quantity = trunc(quantity))",
        "Sessions, days, points and coupons are whole numbers.",
    )

    @api.constrains("product_ids")
    def _check_no_plan(self):
        if self.product_ids.filtered("is_membership_plan"):
            raise ValidationError(
                self.env._("A plan cannot grant sessions of another plan.")
            )

    @api.model
    def _load_pos_data_domain(self, data, config):
        return [("plan_id", "in", [plan["id"] for plan in data["beauty.plan"]])]
