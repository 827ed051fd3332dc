# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import GrantRefused
from ..rules.money import to_cents
from ..rules.part_payment import is_enough


class BeautyPlan(models.Model):
    """What the till needs to know to sell a plan for a part of its price."""

    _inherit = "beauty.plan"

    can_part_pay = fields.Boolean(
        string="Paid in Parts",
        compute="_compute_can_part_pay",
        store=True,
        help="The policy allows it and the plan holds no stored value.",
    )
    part_payment_percent = fields.Float(
        related="policy_id.part_payment_percent", store=True
    )

    release = fields.Selection(related="policy_id.release", store=True)

    @api.depends("policy_id.part_payment", "line_ids.kind", "line_ids.is_bonus")
    def _compute_can_part_pay(self):
        for plan in self:
            has_value = any(
                line.kind == "value" and not line.is_bonus for line in plan.line_ids
            )
            allowed = plan.policy_id.part_payment == "allowed"
            plan.can_part_pay = allowed and not has_value

    def _ensure_can_part_pay(self, paid, due):
        """Refuse a part that the plan's policy does not allow.

        :param float paid: money paid now, taxes included
        :param float due: money left in arrears, taxes included
        :raises GrantRefused: says what must be paid
        """
        self.ensure_one()
        if not self.can_part_pay or due < 0:
            raise GrantRefused(
                self.env._("“%(plan)s” is sold for its whole price.", plan=self.name)
            )
        digits = self.currency_id.decimal_places
        percent = self.part_payment_percent
        if not is_enough(to_cents(paid, digits), to_cents(paid + due, digits), percent):
            raise GrantRefused(
                self.env._(
                    "At least %(percent)g %% of “%(plan)s” is paid at the sale: take "
                    "more than %(paid)s of %(price)s.",
                    percent=percent,
                    plan=self.name,
                    paid=self.currency_id.format(paid),
                    price=self.currency_id.format(paid + due),
                )
            )

    def _prepare_contract_vals(self, line, price_total):
        """Nothing of a part-paid contract has been received when it is made."""
        vals = super()._prepare_contract_vals(line, price_total)
        return {**vals, "amount_paid": 0.0} if line._get_sale_amount_due() else vals

    @api.model
    def _load_pos_data_fields(self, config):
        return [
            *super()._load_pos_data_fields(config),
            "can_part_pay",
            "part_payment_percent",
            "release",
        ]
