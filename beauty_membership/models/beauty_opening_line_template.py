# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

COLUMNS = (
    "reference",
    "member_name",
    "member_number",
    "phone",
    "plan_id",
    "product_id",
    "is_gift",
    "date_start",
    "date_end",
    "list_price",
    "price_total",
    "amount_paid",
    "quantity",
    "used",
    "value_left",
    "bonus",
    "bonus_left",
    "points",
    "points_expiry",
    "tier_id",
    "tier_valid_until",
    "shop_id",
)


class BeautyOpeningLine(models.Model):
    """The template of the import: columns and examples of the salon's own plans."""

    _inherit = "beauty.opening.line"

    @api.model
    def _get_template_rows(self):
        """Return the rows of the template, the first one the column titles.

        :return: list of list of str and numbers
        """
        titles = [self._fields[n]._description_string(self.env) for n in COLUMNS]
        examples = [*self._get_plan_examples(), self._get_points_example()]
        return [titles, *([row.get(n, "") for n in COLUMNS] for row in examples)]

    def _get_plan_examples(self):
        """Return one example of each kind of card that the company sells."""
        plans = self.env["beauty.plan"].search(
            [("company_id", "=", self.env.company.id)], order="sequence, id"
        )
        kinds = {}
        for plan in plans:
            lines = plan.line_ids.filtered(lambda pl: not pl.is_bonus)
            if len(lines) == 1 and lines.kind != "points":
                kinds.setdefault(lines.kind, lines)
        return [
            self._get_plan_example(f"A-{number}", plan_line)
            for number, plan_line in enumerate(kinds.values(), 1001)
        ]

    def _get_plan_example(self, reference, plan_line):
        today = self.env.company._get_beauty_today()
        price = plan_line.plan_id.product_tmpl_id.list_price
        row = {
            "reference": reference,
            "member_name": self.env._("Example"),
            "phone": "13800000000",
            "plan_id": plan_line.plan_id.name,
            "date_start": fields.Date.to_string(today),
            "date_end": fields.Date.to_string(fields.Date.add(today, years=1)),
            "amount_paid": price,
        }
        if plan_line.kind == "value":
            return row | {"value_left": price / 2, "bonus": 100, "bonus_left": 50}
        used = min(3, plan_line.quantity)
        return row | {"quantity": plan_line.quantity, "used": used}

    def _get_points_example(self):
        tier = self.env["beauty.tier"].search(
            [("company_id", "in", [False, self.env.company.id])], limit=1
        )
        return {
            "reference": "A-1000",
            "member_name": self.env._("Example"),
            "phone": "13800000000",
            "points": 500,
            "tier_id": tier.name or "",
        }
