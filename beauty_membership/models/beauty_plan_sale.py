# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, models

from ..rules.allocation import allocate
from ..rules.money import from_cents, to_cents
from ..rules.periods import last_day
from .beauty_plan_line import SHARING_KINDS


class BeautyPlan(models.Model):
    """What one sale of a plan makes: a contract that keeps its terms and its price."""

    _inherit = "beauty.plan"

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
        """Return the contract of one plan sold on a line.

        :param line: beauty.sale.mixin
        :param float price_total: what the member pays for it, taxes included
        """
        self.ensure_one()
        member, start = line._get_sale_member(), line._get_sale_date()
        return {
            "name": self.env["ir.sequence"].next_by_code("beauty.contract"),
            "partner_id": member.id,
            "plan_id": self.id,
            "state": "active" if member else "draft",
            "company_id": line._get_sale_company().id,
            "currency_id": line.currency_id.id,
            "shop_id": line._get_sale_shop().id,
            "date_start": start,
            "date_end": last_day(start, self.validity_months),
            "price_total": price_total,
            "amount_paid": price_total,
            **line._prepare_contract_source(),
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
