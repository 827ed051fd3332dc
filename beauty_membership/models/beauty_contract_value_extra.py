# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyContract(models.Model):
    """What a cashier gives on top of the gifts of a recharge."""

    _inherit = "beauty.contract"

    def _promise_bonus(self, line=None):
        res = super()._promise_bonus(line)
        if line and line._get_sale_extra_bonus():
            # sudo: gifts come with the sale, nobody creates them by hand
            gift = self.env["beauty.bonus"].sudo()
            gift.create(self._prepare_extra_bonus_vals(line))._give(line)
        return res

    def _prepare_extra_bonus_vals(self, line):
        return {
            "contract_id": self.id,
            "kind": "value",
            "quantity": self.currency_id.round(line._get_sale_extra_bonus()),
            "date": self.date_start,
            "validity_months": self.plan_id.bonus_validity_months,
            "company_id": self.company_id.id,
        }
