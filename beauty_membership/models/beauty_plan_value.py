# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..rules.allocation import allocate
from ..rules.ladder import BEST, EACH
from ..rules.money import from_cents, to_cents

LADDER_MODES = [
    (BEST, "The highest step reached"),
    (EACH, "Each step reached"),
]


class BeautyPlan(models.Model):
    """A recharge: money put in, and what the house gives on top."""

    _inherit = "beauty.plan"

    is_open_amount = fields.Boolean(
        string="Any Amount",
        help="The member decides how much she puts in; the cashier types it as the "
        "price. All of it is stored value.",
    )
    amount_min = fields.Monetary(
        string="Least Amount", help="The least that can be put in. Empty: no limit."
    )
    step_ids = fields.One2many(
        comodel_name="beauty.plan.step",
        inverse_name="plan_id",
        string="Gifts by Amount",
        copy=True,
    )
    ladder_mode = fields.Selection(
        selection=LADDER_MODES,
        string="Gives",
        required=True,
        default=BEST,
        help="With 500 gives 50 and 1,000 gives 150, a recharge of 1,000 gets 150, or "
        "200 if each step counts.",
    )
    instalment_months = fields.Integer(
        string="Given over Months",
        help="Gifts come in equal parts, the first with the sale, one each month. "
        "0 or 1: all at once.",
    )
    bonus_validity_months = fields.Integer(
        string="Gifts Valid for Months",
        help="Months from the day a gift is given in which it can be used, last day "
        "included. 0: as the plan says.",
    )
    value_pricelist_id = fields.Many2one(
        comodel_name="product.pricelist",
        string="Pricelist of the Balance",
        check_company=True,
        help="Holds for the part that is paid from this balance, where it is lower "
        "than the price on the ticket.",
    )
    allows_plans = fields.Boolean(
        string="Pays for Plans", help="Packages and passes may be bought with it."
    )
    has_value = fields.Boolean(compute="_compute_has_value")
    offer = fields.Char(
        compute="_compute_offer", help="What each amount put in gives, in words."
    )

    _months_positive = models.Constraint(
        "CHECK (instalment_months >= 0 AND bonus_validity_months >= 0)",
        "Months cannot be negative: a gift cannot end before it starts.",
    )
    _amount_min_positive = models.Constraint(
        "CHECK (amount_min >= 0)", "The least amount cannot be negative."
    )

    @api.depends("line_ids.kind")
    def _compute_has_value(self):
        for plan in self:
            plan.has_value = "value" in plan.line_ids.mapped("kind")

    @api.depends("step_ids.amount", "step_ids.quantity", "step_ids.kind")
    def _compute_offer(self):
        for plan in self:
            by_amount = plan.step_ids.sorted("amount").grouped("amount")
            plan.offer = " · ".join(steps._get_offer() for steps in by_amount.values())

    @api.constrains("line_ids", "tax_point", "is_open_amount")
    def _check_value(self):
        for plan in self:
            problem = plan._get_value_problem()
            if problem:
                raise ValidationError(problem)

    def _get_value_problem(self):
        """Say what is wrong with the plan as a recharge, or nothing."""
        principal = self._get_principal_lines()
        if len(principal) > 1:
            return self.env._(
                "“%s” has two lines of stored value that is paid for. Keep one, and "
                "mark the other as a gift.",
                self.name,
            )
        if self.is_open_amount and len(principal) != 1:
            return self.env._(
                "“%s” takes any amount: add one line of stored value that is no gift.",
                self.name,
            )
        if self.has_value and self.tax_point == "sale":
            return self.env._(
                "What stored value will be spent on is not known at the sale: choose "
                "“When used” as the tax of “%s”.",
                self.name,
            )
        return ""

    def _get_principal_lines(self):
        return self.line_ids.filtered(
            lambda line: line.kind == "value" and not line.is_bonus
        )

    def _allocate_price(self, amount):
        """Principal carries its face at most; what is dearer is of the services."""
        shares = super()._allocate_price(amount)
        principal = self._get_principal_lines()[:1]
        services = self.line_ids.filtered(lambda line: line._get_weight() > 0)
        rest = shares.get(principal, 0.0) - principal.quantity
        if not principal or not services or rest <= 0 or self.is_open_amount:
            return shares
        digits = self.currency_id.decimal_places
        weights = [to_cents(line._get_weight(), digits) for line in services]
        shares[principal] = principal.quantity
        for line, share in zip(
            services, allocate(to_cents(rest, digits), weights), strict=True
        ):
            shares[line] = from_cents(share, digits)
        return shares

    def _prepare_terms_vals(self):
        return {
            **super()._prepare_terms_vals(),
            "value_pricelist_id": self.value_pricelist_id.id,
            "allows_plans": self.allows_plans,
        }

    @api.model
    def _get_value_pricelists(self, company):
        """Return the pricelists that hold for balances of a company, sold ones too."""
        # sudo: cashiers see no contracts of members in bulk; only pricelists leave
        contracts = self.env["beauty.contract"].sudo()
        groups = contracts._read_group(
            [
                ("company_id", "=", company.id),
                ("value_pricelist_id", "!=", False),
                ("state", "in", ("active", "frozen")),
            ],
            ["value_pricelist_id"],
        )
        sold = self.env["product.pricelist"].union(*(pl for (pl,) in groups))
        plans = self.search([("company_id", "=", company.id)])
        return (plans.value_pricelist_id | sold).sudo(False)

    @api.model
    def _load_pos_data_fields(self, config):
        return [
            *super()._load_pos_data_fields(config),
            "is_open_amount",
            "amount_min",
            "ladder_mode",
            "step_ids",
        ]
