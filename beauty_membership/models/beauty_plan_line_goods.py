# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError


class BeautyPlanLine(models.Model):
    """Kept goods: bought now, kept in the shop, handed out unit by unit."""

    _inherit = "beauty.plan.line"

    product_ids = fields.Many2many(
        string="Services or Goods",
        domain="[('type', 'in', ('service', 'consu')), "
        "('is_membership_plan', '=', False)]",
        help="The member may use the units for any of these services. Goods are kept "
        "for her and leave the stock when they are handed out.",
    )
    is_goods = fields.Boolean(compute="_compute_is_goods")

    @api.depends("product_ids.type", "kind")
    def _compute_is_goods(self):
        for line in self:
            line.is_goods = line.kind == "session" and "consu" in (
                line.product_ids.mapped("type")
            )

    @api.constrains("kind", "product_ids")
    def _check_goods(self):
        for line in self:
            types = set(line.product_ids.mapped("type"))
            if line.kind == "value":
                continue
            if "combo" in types:
                raise ValidationError(
                    self.env._("A plan grants services or goods, no combos.")
                )
            if len(types) > 1:
                raise ValidationError(
                    self.env._(
                        "Give services and goods a line each: goods are handed out, "
                        "services are performed."
                    )
                )
            if line.kind == "pass" and "consu" in types:
                raise ValidationError(
                    self.env._("A pass is for services; goods are counted.")
                )
