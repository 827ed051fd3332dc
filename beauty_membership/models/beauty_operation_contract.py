# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..rules.periods import last_day


class BeautyOperation(models.Model):
    """A contract that an operation makes, and what moves into it."""

    _inherit = "beauty.operation"

    def _prepare_contract_vals(self, plan, price):
        """Return a contract of the same member on another plan, with its terms.

        :param plan: beauty.plan
        :param float price: what it is worth, taxes included; all of it is paid
        """
        old = self.contract_id
        return {
            "name": self.env["ir.sequence"].next_by_code("beauty.contract"),
            "partner_id": old.partner_id.id,
            "plan_id": plan.id,
            "state": "active",
            "company_id": old.company_id.id,
            "currency_id": old.currency_id.id,
            "shop_id": self.shop_id.id or old.shop_id.id,
            "date_start": self.date,
            "date_end": last_day(self.date, plan.validity_months),
            "price_total": price,
            "amount_paid": price,
            **plan._prepare_terms_vals(),
        }

    def _prepare_move_entries(self, line, holding, amount):
        """Return the entries that move what a line names into another holding.

        :param line: beauty.operation.line
        :param holding: beauty.entitlement, still empty
        :param float amount: what arrives on the liability
        """
        return [
            {
                "entitlement_id": line.entitlement_id.id,
                "movement": "transfer_out",
                "quantity": -line.quantity,
                "amount": -line.amount,
            },
            {
                "entitlement_id": holding.id,
                "movement": "transfer_in",
                "quantity": line.quantity,
                "amount": amount,
            },
        ]
