# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.exceptions import ValidationError

NUMBERS = (
    "list_price",
    "price_total",
    "amount_paid",
    "quantity",
    "used",
    "value_left",
    "bonus",
    "bonus_left",
    "points",
)


class BeautyOpeningLine(models.Model):
    """What a row must say; the import shows each refusal beside its row."""

    _inherit = "beauty.opening.line"

    @api.constrains(
        "reference", "member_number", "member_name", "phone", "partner_id", "plan_id",
        "product_id", "is_gift", "date_start", "date_end", "points", "tier_id",
        "points_expiry", "company_id", *NUMBERS,
    )  # fmt: skip
    def _check_row(self):
        for line in self:
            problem = line._get_problem()
            if problem:
                raise ValidationError(
                    self.env._(
                        "Card %(card)s: %(problem)s",
                        card=line.reference,
                        problem=problem,
                    )
                )

    @api.model
    def load(self, fields, data):
        """Odoo shows what stopped a batch on its first row as well: once is enough."""
        result = super().load(fields, data)
        first, *rest = result["messages"] or [None]
        if first and first["message"] in [other["message"] for other in rest]:
            result["messages"] = rest
        return result

    def _get_problem(self):
        """Say what is wrong with the row, or nothing."""
        self.ensure_one()
        return (
            self._get_member_problem()
            or self._get_number_problem()
            or self._get_date_problem()
            or (self.plan_id and self._get_plan_problem())
            or ""
        )

    def _get_member_problem(self):
        who = self.partner_id or self.member_number or self.member_name or self.phone
        if not who:
            return self.env._("say whose it is: a member number, a phone or a name.")
        if {self.partner_id.company_id, self.shop_id.company_id} - {
            self.company_id,
            self.env["res.company"],
        }:
            return self.env._("its contact or shop is of another company.")
        if not (self.plan_id or self.points or self.tier_id):
            return self.env._("name a plan, points or a tier.")
        if self.tier_id and self.tier_id.company_id not in (
            self.company_id,
            self.env["res.company"],
        ):
            return self.env._("the tier is of another company.")
        return ""

    def _get_number_problem(self):
        names = {
            name: self._fields[name]._description_string(self.env) for name in NUMBERS
        }
        below = [names[name] for name in NUMBERS if self[name] < 0]
        if below:
            return self.env._("%s cannot be below zero.", ", ".join(below))
        whole = [names[n] for n in ("quantity", "used") if self[n] != int(self[n])]
        if whole:
            return self.env._("%s is a whole number.", ", ".join(whole))
        price = self.price_total or self.amount_paid
        if self.currency_id.compare_amounts(self.amount_paid, price) > 0:
            return self.env._("more was paid than the price.")
        if self.is_gift and self.amount_paid:
            return self.env._("a gift was not paid; put its price on the other row.")
        return ""

    def _get_date_problem(self):
        day = self.opening_id.date
        if self.date_start and self.date_start > day:
            return self.env._("it was sold after the day of the opening balance.")
        if self.date_end and self.date_start and self.date_end < self.date_start:
            return self.env._("it ends before it begins.")
        if self.points_expiry and self.points_expiry < day:
            return self.env._("its points have expired already.")
        return ""

    def _get_plan_problem(self):
        if self.plan_id.company_id != self.company_id:
            return self.env._("the plan is of another company.")
        lines = self._get_plan_lines()
        names = ", ".join(self.plan_id.line_ids.product_ids.mapped("name"))
        if not lines:
            return self.env._(
                "“%(plan)s” has nothing like it. Name one of its services: %(names)s.",
                plan=self.plan_id.name,
                names=names,
            )
        if len(lines) > 1 and not self.product_id:
            return self.env._(
                "“%(plan)s” has several services. Name one of: %(names)s.",
                plan=self.plan_id.name,
                names=names,
            )
        return self._get_holding_problem(lines[0])

    def _get_holding_problem(self, plan_line):
        if plan_line.kind == "value":
            return self._get_value_problem()
        return self._get_units_problem(plan_line)

    def _get_value_problem(self):
        compare = self.currency_id.compare_amounts
        if compare(self.value_left, self.amount_paid) > 0:
            return self.env._("more is left than was paid in.")
        if compare(self.bonus_left, self.bonus) > 0:
            return self.env._("more gift value is left than was given.")
        if self.price_total and compare(self.price_total, self.amount_paid):
            return self.env._(
                "stored value has no arrears: price and paid are the same."
            )
        return ""

    def _get_units_problem(self, plan_line):
        bought = self.quantity or plan_line.quantity
        if self.used > bought:
            return self.env._(
                "%(used)g of %(bought)g are used; that is more than were bought.",
                used=self.used,
                bought=bought,
            )
        if self.value_left or self.bonus or self.bonus_left:
            return self.env._("“%s” holds no stored value.", self.plan_id.name)
        if plan_line.kind == "pass" and not self.date_end:
            return self.env._("a pass needs its last day.")
        return ""
