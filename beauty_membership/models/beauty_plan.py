# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..rules.allocation import allocate
from ..rules.money import from_cents, to_cents
from ..rules.periods import last_day
from .beauty_plan_line import SHARING_KINDS
from .product_template import BY_PLAN

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

    @api.model_create_multi
    def create(self, vals_list):
        plans = super().create(vals_list)
        for plan, vals in zip(plans, vals_list, strict=True):
            plan._ensure_product(vals.get("price", 0.0))
            plan._configure_product()
        return plans

    def write(self, vals):
        res = super().write(vals)
        if {"name", "active"} & set(vals):
            self._sync_product(vals)
        if {"line_ids", "tax_point", "product_tmpl_id"} & set(vals):
            for plan in self:
                plan._configure_product()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sold(self):
        if self.contract_ids:
            raise UserError(
                self.env._(
                    "A plan that was sold cannot be deleted. Archive it instead."
                )
            )

    def action_open_contracts(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "beauty_membership.beauty_contract_action"
        )
        return {**action, "domain": [("plan_id", "=", self.id)], "context": {}}

    def _ensure_product(self, price):
        self.ensure_one()
        if not self.product_tmpl_id:
            # sudo: the product belongs to the plan; who makes the plan makes it
            template = self.env["product.template"].sudo()
            self.product_tmpl_id = template.create(
                {
                    "name": self.name,
                    "list_price": price,
                    "type": "service",
                    "company_id": self.company_id.id,
                }
            )

    def _sync_product(self, vals):
        """The product follows its plan's name and archiving."""
        for plan in self:
            # sudo: see _ensure_product
            plan.sudo().product_tmpl_id.write(
                {key: vals[key] for key in ("name", "active") if key in vals}
            )

    def _configure_product(self):
        """Give the product what makes it a plan: account, taxes, no stock."""
        self.ensure_one()
        self.company_id._beauty_setup()
        if not self.company_id.beauty_liability_account_id:
            raise UserError(
                self.env._(
                    "%s has no chart of accounts yet. Install one before selling "
                    "plans.",
                    self.company_id.name,
                )
            )
        # sudo: see _ensure_product
        product = self.sudo().product_tmpl_id.with_company(self.company_id)
        product.with_context(configure_plan=BY_PLAN).write(self._prepare_product_vals())

    def _prepare_product_vals(self):
        company = self.company_id
        return {
            "is_membership_plan": True,
            "type": "service",
            "available_in_pos": True,
            "sale_ok": True,
            "purchase_ok": False,
            "taxes_id": [Command.set(self._get_sale_taxes().ids)],
            "property_account_income_id": company.beauty_liability_account_id.id,
            "company_id": company.id,
        }

    def _get_sale_taxes(self):
        """Return the taxes of the plan's services when tax is due at the sale.

        :raises ValidationError: if the services do not share one set of taxes
        """
        self.ensure_one()
        taxes = self.env["account.tax"]
        if self.tax_point != "sale":
            return taxes
        tax_sets = {
            tuple(product.taxes_id._filter_taxes_by_company(self.company_id).ids)
            for product in self.line_ids.product_ids
        }
        if len(tax_sets) > 1:
            raise ValidationError(
                self.env._(
                    "The services of “%(plan)s” have different taxes. Tax at the sale "
                    "needs one set of taxes; choose tax when used.",
                    plan=self.name,
                )
            )
        taxes = taxes.browse(next(iter(tax_sets), ()))
        taxes.flatten_taxes_hierarchy()._ensure_has_account()
        return taxes

    def _allocate_price(self, amount):
        """Share what one sale puts on the liability among the plan's lines.

        Stored value that is no gift carries all of it; else sessions and passes
        share it by stand-alone price, free ones too (IFRS 15.76).

        :param float amount: money of one plan
        :return: {beauty.plan.line: float money}, sums to amount
        """
        self.ensure_one()
        digits = self.currency_id.decimal_places
        principal = self.line_ids.filtered(
            lambda line: line.kind == "value" and not line.is_bonus
        )
        carriers = principal[:1] or self.line_ids.filtered(
            lambda line: line.kind in SHARING_KINDS
        )
        weights = [to_cents(line._get_weight(), digits) for line in carriers]
        shares = allocate(to_cents(amount, digits), weights)
        money = dict.fromkeys(self.line_ids, 0.0)
        money.update(
            (line, from_cents(share, digits))
            for line, share in zip(carriers, shares, strict=True)
        )
        return money

    def _split_evenly(self, amount, count):
        """Return the money of each of so many plans sold on one line."""
        digits = self.currency_id.decimal_places
        shares = allocate(to_cents(amount, digits), [1] * count)
        return [from_cents(share, digits) for share in shares]

    def _prepare_contract_vals(self, line, price_total):
        """Return the contract of one plan sold on a ticket line.

        :param line: pos.order.line
        :param float price_total: what the member pays for it, taxes included
        """
        self.ensure_one()
        order = line.order_id
        start = order._get_membership_date()
        return {
            "name": self.env["ir.sequence"].next_by_code("beauty.contract"),
            "partner_id": order.partner_id.id,
            "plan_id": self.id,
            "state": "active" if order.partner_id else "draft",
            "company_id": order.company_id.id,
            "currency_id": order.currency_id.id,
            "shop_id": order.config_id.beauty_shop_id.id,
            "date_start": start,
            "date_end": last_day(start, self.validity_months),
            "price_total": price_total,
            "amount_paid": price_total,
            "pos_order_line_id": line.id,
            **self._prepare_terms_vals(),
        }

    def _prepare_terms_vals(self):
        """Return the terms that a contract keeps, sold or given."""
        self.ensure_one()
        return {
            "tax_point": self.tax_point,
            "bonus_order": self.bonus_order,
            "shop_ids": [Command.set(self.shop_ids.ids)],
            "terms": self.note,
            **self.policy_id._prepare_contract_vals(),
        }

    @api.model
    def _load_pos_data_domain(self, data, config):
        return [("company_id", "=", config.company_id.id)]

    @api.model
    def _load_pos_data_fields(self, config):
        return ["name", "product_tmpl_id", "tax_point", "validity_months", "line_ids"]
