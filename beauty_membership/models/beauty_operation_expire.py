# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict

from odoo import api, fields, models

from ..exceptions import MembershipError
from .res_company_books import TaxedAmount


class BeautyOperation(models.Model):
    """Expire: what a contract has left after its last day and grace lapses.

    The nightly job proposes one for each contract, to be approved from a list or
    carried out by itself, as the contract says.
    """

    _inherit = "beauty.operation"

    kind = fields.Selection(
        selection_add=[("expire", "Expiry")], ondelete={"expire": "cascade"}
    )
    breakage = fields.Selection(related="contract_id.breakage")
    date_lapsed = fields.Date(
        string="Last Day",
        compute="_compute_lapsed",
        help="The earliest last day among what runs out.",
    )
    units = fields.Float(
        digits=(16, 2),
        compute="_compute_lapsed",
        help="Sessions that run out; stored value: the money it is worth.",
    )

    @api.depends("line_ids.quantity", "line_ids.date_expiry")
    def _compute_lapsed(self):
        for operation in self:
            lines = operation.line_ids
            days = lines.filtered("date_expiry").mapped("date_expiry")
            operation.date_lapsed = min(days, default=False)
            operation.units = sum(lines.mapped("quantity"))

    def _prepare_lines_expire(self):
        return [
            {"entitlement_id": holding.id, "quantity": holding.remaining}
            for holding in self.contract_id._get_lapsed()
        ]

    def _get_calculation_expire(self):
        return [
            holding._prepare_expiry_row() for holding in self.line_ids.entitlement_id
        ]

    def _ensure_possible(self):
        """What lapsed may be left over on a closed contract as well."""
        if self.kind != "expire":
            return super()._ensure_possible()
        if not self._get_lapsed_lines():
            raise MembershipError(
                self.env._(
                    "Nothing of %s has run out: it was extended, used or frozen.",
                    self.contract_id.name,
                )
            )
        return None

    def _get_lapsed_lines(self):
        """Return the lines whose holding lapses today."""
        day = self.company_id[:1]._get_beauty_today()
        return self.line_ids.filtered(lambda line: line.entitlement_id._has_lapsed(day))

    def _prepare_entries_expire(self):
        return [
            {
                "entitlement_id": line.entitlement_id.id,
                "movement": "expire",
                "quantity": -line.quantity,
                "amount": -line.amount,
            }
            for line in self.line_ids
            if line.quantity or line.amount
        ]

    @api.model
    def _get_expired_amounts(self, operations):
        """Return what the money of expired holdings becomes.

        :param operations: beauty.operation of one company
        :return: list of TaxedAmount
        """
        sums = defaultdict(float)
        for operation in operations:
            for line in operation.line_ids.filtered("amount"):
                sums[operation._get_breakage_key(line.entitlement_id)] += line.amount
        currency = operations.currency_id[:1]
        return [TaxedAmount(*key, currency.round(money)) for key, money in sums.items()]

    def _get_breakage_key(self, holding):
        """Return product, account and taxes of what a holding becomes."""
        contract, company = self.contract_id, self.company_id
        product = self.env["product.product"]
        taxes = self.env["account.tax"]
        name = "beauty_breakage_account_id"
        if contract.breakage == "unclaimed":
            name = "beauty_unclaimed_account_id"
        elif contract.breakage == "taxed" and contract.tax_point == "redemption":
            product = holding.product_ids[:1]
            taxes = company._get_holding_taxes(holding)
        return product, company._get_beauty_account(name), taxes

    def _finish_expire(self):
        """What was not paid of it is not due any more, unless she owes for uses."""
        for operation in self:
            # sudo: contracts are closed by operations only
            contract = operation.contract_id.sudo()
            left = contract.entitlement_ids.filtered(
                lambda h: h.remaining or h.amount_remaining
            )
            if contract.amount_due and not left:
                contract.state = "closed"
