# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

TAX_POINTS = [
    ("redemption", "When used"),
    ("sale", "When sold"),
]
BONUS_ORDERS = [
    ("proportional", "In proportion"),
    ("principal_first", "Principal first"),
    ("bonus_first", "Bonus first"),
]


class BeautyPlan(models.Model):
    """An offer: a package, pass, recharge or gift card, sold as one product.

    Managers create it; its product is made with it. A sale copies its terms
    onto a contract: changing or archiving a plan touches no sold contract.
    """

    _name = "beauty.plan"
    _inherit = ["mail.thread", "pos.load.mixin"]
    _description = "Membership Plan"
    _order = "sequence, name"
    _check_company_auto = True

    name = fields.Char(required=True, translate=True, tracking=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        comodel_name="res.company",
        required=True,
        default=lambda self: self.env.company,
    )
    currency_id = fields.Many2one(related="company_id.currency_id")
    product_tmpl_id = fields.Many2one(
        comodel_name="product.template",
        string="Product",
        ondelete="restrict",
        copy=False,
        index=True,
        check_company=True,
        help="What the cashier taps. Made with the plan.",
    )
    price = fields.Float(
        compute="_compute_price",
        inverse="_inverse_price",
        digits="Product Price",
        help="What the member pays for one plan, taxes as the product says.",
    )
    list_total = fields.Monetary(
        string="Sold one by one", compute="_compute_list_total"
    )
    saving_amount = fields.Monetary(
        compute="_compute_list_total", help="What the plan costs less than one by one."
    )
    saving_percent = fields.Float(compute="_compute_list_total")
    tax_string = fields.Char(related="product_tmpl_id.tax_string")
    line_ids = fields.One2many(
        comodel_name="beauty.plan.line",
        inverse_name="plan_id",
        string="What it grants",
        copy=True,
    )
    validity_months = fields.Integer(
        default=12,
        tracking=True,
        help="Months from the sale in which it can be used, last day included. "
        "0: for ever.",
    )
    tax_point = fields.Selection(
        selection=TAX_POINTS,
        required=True,
        default="redemption",
        tracking=True,
        help="When sold: the plan carries the taxes of its services and a use none. "
        "When used: the plan carries no tax, each use carries its service's taxes.",
    )
    policy_id = fields.Many2one(
        comodel_name="beauty.policy",
        default=lambda self: self._default_policy(),
        domain="[('company_id', 'in', (company_id, False))]",
    )
    bonus_order = fields.Selection(
        selection=BONUS_ORDERS, required=True, default="proportional"
    )
    shop_ids = fields.Many2many(
        comodel_name="beauty.shop",
        string="Only in Shops",
        domain="[('company_id', '=', company_id)]",
        help="Where it can be used. Empty: every shop of the company.",
    )
    note = fields.Html(string="Terms", translate=True)
    contract_ids = fields.One2many("beauty.contract", "plan_id", string="Contracts")
    contract_count = fields.Integer(compute="_compute_contract_count")

    _product_unique = models.UniqueIndex(
        "(product_tmpl_id)", "A product can sell one plan only."
    )
    _validity_positive = models.Constraint(
        "CHECK (validity_months >= 0)", "The months of validity cannot be negative."
    )

    def _default_policy(self):
        return self.env["beauty.policy"].search(
            [("company_id", "in", (self.env.company.id, False))], limit=1
        )

    @api.depends("product_tmpl_id.list_price")
    def _compute_price(self):
        for plan in self:
            plan.price = plan.product_tmpl_id.list_price

    def _inverse_price(self):
        for plan in self.filtered("product_tmpl_id"):
            # sudo: who may change the plan may change the price of its product
            plan.sudo().product_tmpl_id.list_price = plan.price

    @api.depends("line_ids.list_price", "line_ids.quantity", "line_ids.kind", "price")
    def _compute_list_total(self):
        for plan in self:
            total = sum(line._get_weight() for line in plan.line_ids)
            plan.list_total = total
            plan.saving_amount = total - plan.price if total else 0.0
            plan.saving_percent = 100 * (1 - plan.price / total) if total else 0.0

    def _compute_contract_count(self):
        counts = dict(
            self.env["beauty.contract"]._read_group(
                [("plan_id", "in", self.ids)], ["plan_id"], ["__count"]
            )
        )
        for plan in self:
            plan.contract_count = counts.get(plan, 0)

    @api.constrains("line_ids", "tax_point")
    def _check_line_ids(self):
        for plan in self:
            if not plan.line_ids:
                raise ValidationError(
                    self.env._("Say what “%(plan)s” grants.", plan=plan.name)
                )
            plan._get_sale_taxes()

    @api.constrains("company_id")
    def _check_company_of_contracts(self):
        for plan in self.filtered("contract_ids"):
            if plan.contract_ids.company_id != plan.company_id:
                raise ValidationError(
                    self.env._("A plan that was sold cannot move to another company.")
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sold(self):
        if self.contract_ids:
            raise UserError(
                self.env._(
                    "A plan that was sold cannot be deleted. Archive it instead."
                )
            )

    def action_open_contracts(self):
        """Open the contracts that sold it."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "beauty_membership.beauty_contract_action"
        )
        return {**action, "domain": [("plan_id", "=", self.id)], "context": {}}

    @api.model
    def _load_pos_data_domain(self, data, config):
        return [("company_id", "=", config.company_id.id)]

    @api.model
    def _load_pos_data_fields(self, config):
        return ["name", "product_tmpl_id", "tax_point", "validity_months", "line_ids"]
