# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError

KINDS = [
    ("session", "Sessions"),
    ("pass", "Pass (days)"),
    ("value", "Stored Value"),
    ("points", "Points"),
]
# What one unit of each kind is, for messages.
UNITS = {"session": "session", "pass": "day", "value": "money", "points": "points"}
SHARING_KINDS = ("session", "pass")


class BeautyPlanLine(models.Model):
    """What one sale of a plan grants: so many units of one thing."""

    _name = "beauty.plan.line"
    _inherit = ["beauty.plan.grant.mixin"]
    _description = "Plan Line"
    _order = "sequence, id"

    sequence = fields.Integer(default=10)
    kind = fields.Selection(selection=KINDS, required=True, default="session")
    product_ids = fields.Many2many(
        string="Services",
        domain="[('type', '=', 'service'), ('is_membership_plan', '=', False)]",
        help="The member may use the units for any of these services.",
    )
    quantity = fields.Float(
        help="Whole sessions, days or points; stored value: the money it is worth."
    )
    units_text = fields.Char(
        string="Units Each",
        compute="_compute_units_text",
        help="How many of the units one of each service takes; its product says so.",
    )
    is_bonus = fields.Boolean(
        string="Gift",
        help="Given on top. A free session shares the price of its package.",
    )
    list_price = fields.Monetary(
        string="Stand-alone Price",
        compute="_compute_list_price",
        store=True,
        readonly=False,
        help="Price of one unit sold alone. The plan's price is shared among its "
        "lines in proportion to it.",
    )
    validity_months = fields.Integer(
        help="Months from the sale in which it can be used, last day included. "
        "0: as the plan says."
    )

    _list_price_positive = models.Constraint(
        "CHECK (list_price >= 0)", "A stand-alone price cannot be negative."
    )

    @api.depends("product_ids")
    def _compute_list_price(self):
        """The dearest unit stands for the line unless the manager says otherwise."""
        for line in self:
            units = line._get_product_units()
            prices = [
                line.currency_id.round(
                    product.lst_price / units.get(str(product.id), 1)
                )
                for product in line.product_ids
            ]
            line.list_price = max(prices, default=0.0)

    @api.depends("product_ids.session_units", "product_ids.name")
    def _compute_units_text(self):
        for line in self:
            units = line._get_product_units()
            line.units_text = ", ".join(
                f"{product.display_name} {units[str(product.id)]}"
                for product in line.product_ids._origin
                if str(product.id) in units
            )

    @api.depends("kind", "quantity", "product_ids")
    def _compute_display_name(self):
        for line in self:
            names = " / ".join(line.product_ids.mapped("name"))
            line.display_name = f"{line.quantity:g} x {names}"

    @api.constrains("kind", "product_ids")
    def _check_products(self):
        for line in self:
            if line.kind == "session" and not line.product_ids:
                raise ValidationError(
                    self.env._("Say which service the sessions of a plan are for.")
                )

    def _get_product_units(self):
        """Return the units that one of each service takes of an any-of line.

        :return: {str product id: int units}; empty if the line is for one service
            only: one session of it is one unit, whatever it costs elsewhere
        """
        self.ensure_one()
        products = self.product_ids._origin
        if self.kind != "session" or len(products) < 2:
            return {}
        return {str(product.id): product.session_units for product in products}

    def _get_weight(self):
        """Return the line's stand-alone value that shares the price, as money."""
        self.ensure_one()
        shares = self.kind in SHARING_KINDS
        return self.list_price * self.quantity if shares else 0.0

    @api.model
    def _load_pos_data_fields(self, config):
        return ["plan_id", "kind", "product_ids", "quantity", "is_bonus", "list_price"]
