# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict
from typing import NamedTuple

from odoo import fields, models
from odoo.exceptions import UserError

from ..rules.allocation import allocate
from .res_company_books import TaxedAmount


class RefundRow(NamedTuple):
    """One part of the money: what it is, and how it is booked.

    ``taxed`` is signed as on a ticket: what the member gets back is negative.
    """

    name: str
    taxed: TaxedAmount


class BeautyOperation(models.Model):
    """What a refund books, on a ticket or in an entry of its own.

    The plan goes back at what is left of it; what the member's cause or the fee
    keeps is the price of services performed, with the taxes of these.
    """

    _inherit = "beauty.operation"

    is_payable = fields.Boolean(
        compute="_compute_is_payable", help="A bank transfer that is not registered."
    )

    def _compute_is_payable(self):
        for operation in self:
            # sudo: a manager sees whether it is paid; paying needs an accountant
            items = operation.sudo()._get_payable_items()
            operation.is_payable = any(not item.reconciled for item in items)

    def _get_refund_rows(self):
        """Return the rows of the refund, that of the plan first.

        :return: list of RefundRow; their sum is what is paid out, negative
        """
        self.ensure_one()
        back = self._get_leaving_gross()
        kept = back + self.interest_amount - self.fee_amount - self.refund_amount
        rows = [self._get_plan_row(back), *self._get_kept_rows(kept)]
        if self.fee_amount:
            rows.append(self._get_fee_row())
        if self.interest_amount:
            rows.append(self._get_interest_row())
        return rows

    def _get_plan_row(self, back):
        contract, company = self.contract_id, self.company_id
        product = contract.plan_id.product_tmpl_id.product_variant_id
        account = company.beauty_liability_account_id
        taxes = contract._get_sale_taxes()
        name = self.env._("Refund of %s", contract.name)
        return RefundRow(name, TaxedAmount(product, account, taxes, -back))

    def _get_kept_rows(self, kept):
        """Return what services performed cost above their book value, by service."""
        digits = self.currency_id.decimal_places
        cents = self.contract_id._to_cents(self.currency_id.round(kept))
        weights = self._get_performed()
        shares = allocate(abs(cents), list(weights.values()))
        product = self._get_refund_product()
        name = self.env._("Services performed")
        if cents < 0:
            name = self.env._("Price reduction of services performed")
        sign = -1 if cents < 0 else 1
        return [
            RefundRow(
                f"{name}: {service.name}",
                TaxedAmount(
                    product,
                    self.company_id._get_income_account(service),
                    self._get_performed_taxes(service),
                    sign * share / 10**digits,
                ),
            )
            for service, share in zip(weights, shares, strict=True)
            if share
        ]

    def _get_performed(self):
        """Return the services that were performed, by their list price.

        :return: {product.product: weight}; what the plan is for if none was
        """
        # sudo: only services and their weights are read
        holdings = self.sudo().contract_id.entitlement_ids
        weights = defaultdict(int)
        for entry in holdings.entry_ids.filtered(
            lambda e: e.movement in ("redeem", "restore") and e.quantity
        ):
            product = entry.pos_order_line_id.product_id
            product = product or entry.entitlement_id.product_ids[:1]
            money = entry.list_amount or entry.amount or entry.quantity
            weights[product] += self.contract_id._to_cents(-money)
        weights = {p: w for p, w in weights.items() if p and w > 0}
        product = holdings.product_ids[:1] or self._get_refund_product()
        return weights or {product: 1}

    def _get_performed_taxes(self, service):
        """Taxed at the sale, the whole contract has one set of taxes."""
        contract = self.contract_id
        if contract.tax_point == "sale":
            return contract._get_sale_taxes()
        return self.company_id._get_service_taxes(service)

    def _get_fee_row(self):
        """A fee is income with the taxes of the services it is for."""
        service = next(iter(self._get_performed()))
        product = self._get_refund_product()
        account = self.company_id._get_income_account(product)
        taxes = self._get_performed_taxes(service)
        name = self.env._("Refund fee")
        return RefundRow(name, TaxedAmount(product, account, taxes, self.fee_amount))

    def _get_interest_row(self):
        account = self.company_id.sudo().expense_account_id
        if not account:
            raise UserError(
                self.env._("Set the default expense account of the company.")
            )
        nothing = self.env["account.tax"]
        return RefundRow(
            self.env._("Interest"),
            TaxedAmount(
                self._get_refund_product(), account, nothing, -self.interest_amount
            ),
        )

    def _get_refund_product(self):
        # sudo: a shared product without money of its own
        return self.env.ref("beauty_membership.product_refund").sudo()

    # The entry of its own

    def _prepare_counterparts_refund(self):
        """Return what balances the liability: taxes back, income, money to pay."""
        label = f"{self.name} {self._get_title()}"
        # sudo: a manager need not be an accountant
        operation = self.sudo()
        plan, *rows = operation._get_refund_rows()
        company = operation.company_id
        _base, *taxes = company._prepare_taxed_lines([plan.taxed], label)
        lines = company._prepare_taxed_lines([row.taxed for row in rows], label)
        lines = [*taxes, *lines]
        if operation.tender == "bank" and operation.refund_amount:
            lines.append(operation._prepare_payable_vals(label))
        return operation._balance(lines)

    def _prepare_item_refund(self):
        """Return what the liability's item says of the taxes of the sale."""
        operation = self.sudo()
        plan = operation._get_refund_rows()[0]
        base, *taxes = operation.company_id._prepare_taxed_lines([plan.taxed], "")
        if not taxes:
            return {}
        return {"tax_ids": base["tax_ids"], "tax_tag_ids": base["tax_tag_ids"]}

    def _prepare_payable_vals(self, label):
        """A payment to register: what the member gets by bank."""
        payee = self.contract_id._get_payee().commercial_partner_id
        account = payee.with_company(self.company_id).property_account_payable_id
        return {
            "account_id": account.id,
            "partner_id": payee.id,
            "name": label,
            "date_maturity": self.date,
            "balance": -self.refund_amount,
        }

    def _balance(self, lines):
        """The cents of rounded taxes go where the income goes."""
        left = sum(line["balance"] for line in lines) + self.amount
        if self.tender == "value":
            left -= self.refund_amount
        left = self.currency_id.round(left)
        if not left:
            return lines
        service = next(iter(self._get_performed()))
        account = self.company_id._get_income_account(service)
        name = self.env._("Rounding")
        return [*lines, {"account_id": account.id, "name": name, "balance": -left}]

    def action_register_payment(self):
        """Pay by bank what the refund owes to the member."""
        self.ensure_one()
        return self._get_payable_items().action_register_payment()

    def _get_payable_items(self):
        return self.move_id.line_ids.filtered(
            lambda item: item.account_id.account_type == "liability_payable"
        )
