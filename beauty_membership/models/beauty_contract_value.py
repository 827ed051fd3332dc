# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dateutil.relativedelta import relativedelta

from odoo import Command, api, fields, models

from ..exceptions import GrantRefused
from ..rules.ladder import reached_steps, split_instalments
from ..rules.money import from_cents, to_cents


class BeautyContract(models.Model):
    """Stored value of a contract: its terms, and what it holds."""

    _inherit = "beauty.contract"

    value_pricelist_id = fields.Many2one(
        comodel_name="product.pricelist",
        string="Pricelist of the Balance",
        ondelete="restrict",
        readonly=True,
        help="Holds for what is paid from this balance.",
    )
    allows_plans = fields.Boolean(
        string="Pays for Plans", readonly=True, help="Packages may be bought with it."
    )
    weekdays = fields.Char(
        readonly=True, help="Days of use: 0 is Monday, 6 Sunday. Empty: every day."
    )
    weekdays_text = fields.Char(
        string="Valid on", compute="_compute_weekdays_text", help="Days of use."
    )
    bonus_ids = fields.One2many("beauty.bonus", "contract_id", string="Gifts")
    has_value = fields.Boolean(compute="_compute_value")
    principal_remaining = fields.Monetary(
        string="Principal Left",
        compute="_compute_value",
        help="What the member put in and has not spent.",
    )
    bonus_remaining = fields.Monetary(
        string="Bonus Left",
        compute="_compute_value",
        help="What was given on top and is not spent.",
    )

    @api.depends("entitlement_ids.remaining", "entitlement_ids.is_bonus")
    def _compute_value(self):
        for contract in self:
            value = contract.entitlement_ids.filtered(lambda h: h.kind == "value")
            bonus = value.filtered("is_bonus")
            contract.has_value = bool(value)
            contract.principal_remaining = sum((value - bonus).mapped("remaining"))
            contract.bonus_remaining = sum(bonus.mapped("remaining"))

    @api.depends("weekdays")
    def _compute_weekdays_text(self):
        for contract in self:
            days = contract.plan_id._get_weekday_names()
            contract.weekdays_text = ", ".join(
                days[int(d)] for d in contract.weekdays or ""
            )

    def _get_amount_put_in(self):
        """Return what a recharge puts in, before any discount of its price."""
        self.ensure_one()
        if self.plan_id.is_open_amount:
            return (self.pos_order_line_id or self.move_line_id).price_unit
        principal = self.plan_id._get_principal_lines()
        return sum(principal.mapped("quantity")) or self.price_total

    def _grant(self, amount, key, line=None):
        """A recharge of any amount keeps to its minimum; gifts come after it."""
        plan = self.plan_id
        if plan.is_open_amount:
            put_in = self._get_amount_put_in()
            if self.currency_id.compare_amounts(put_in, plan.amount_min or 0.01) < 0:
                raise GrantRefused(
                    self.env._(
                        "“%(plan)s” takes %(amount)s or more.",
                        plan=plan.name,
                        amount=self.currency_id.format(plan.amount_min or 0.01),
                    )
                )
        res = super()._grant(amount, key, line)
        self._promise_bonus(line)
        return res

    def _prepare_entitlement_vals(self, plan_line, amount):
        """The face of principal is what was put in, and no less than was paid."""
        vals = super()._prepare_entitlement_vals(plan_line, amount)
        if plan_line.kind != "value":
            return vals
        face = vals["quantity"]
        if self.plan_id.is_open_amount and not plan_line.is_bonus:
            face = self._get_amount_put_in()
        return {
            **vals,
            "quantity": max(face, amount),
            "unit_amount": 0.0,
            "list_price": 1.0,
        }

    # Gifts of the ladder

    def _promise_bonus(self, line=None):
        """Write down what the recharge earns, and give what is due at once."""
        steps = self.plan_id.step_ids
        if not steps:
            return
        digits = self.currency_id.decimal_places
        by_rule = {step._prepare_step(): step for step in steps}
        reached = reached_steps(
            by_rule,
            to_cents(self._get_amount_put_in(), digits),
            self.plan_id.ladder_mode,
        )
        # sudo: gifts come with the sale, nobody creates them by hand
        gifts = self.env["beauty.bonus"].sudo()
        gifts = gifts.create(
            [
                vals
                for rule in reached
                for vals in self._prepare_bonus_vals(by_rule[rule])
            ]
        )
        gifts.filtered(lambda gift: gift.date <= self.date_start)._give(line)

    def _prepare_bonus_vals(self, step):
        """Return one row for each instalment of a step's gift."""
        digits = self.currency_id.decimal_places if step.kind == "value" else 0
        parts = split_instalments(
            to_cents(step.quantity, digits), self.plan_id.instalment_months
        )
        return [
            {
                "contract_id": self.id,
                "kind": step.kind,
                "product_ids": [Command.set(step.product_ids.ids)],
                "program_id": step.program_id.id,
                "quantity": from_cents(part, digits),
                "date": self.date_start + relativedelta(months=month),
                "validity_months": self.plan_id.bonus_validity_months,
                "company_id": self.company_id.id,
            }
            for month, part in enumerate(parts)
            if part
        ]

    def _refund_untouched(self, line, count):
        """The coupons of a recharge go with it; a coupon used keeps it."""
        untouched = self.filtered(lambda c: c._is_untouched())[:count]
        # sudo: cashiers do not write coupons
        untouched.bonus_ids.sudo()._cancel()
        return super()._refund_untouched(line, count)
