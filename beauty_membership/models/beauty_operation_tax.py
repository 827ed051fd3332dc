# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..exceptions import MembershipError
from ..rules.allocation import allocate
from ..rules.money import from_cents, to_cents
from .beauty_plan_line import SHARING_KINDS
from .res_company_books import TaxedAmount


class BeautyOperation(models.Model):
    """Tax now: a taxed invoice of what was paid ahead makes its tax due at once.

    What is left goes to a contract of the same member that is taxed at the sale: the
    tax leaves the liability, and its uses carry none. It is requested once, taxed.
    """

    _inherit = "beauty.operation"

    kind = fields.Selection(
        selection_add=[("tax", "Taxed Invoice")], ondelete={"tax": "cascade"}
    )

    def _prepare_lines_tax(self):
        return [
            {"entitlement_id": holding.id, "quantity": holding.remaining}
            for holding in self.contract_id.entitlement_ids
            if holding.remaining > 0 and holding.kind in SHARING_KINDS
        ]

    def _ensure_possible_tax(self):
        self._ensure_has_lines()
        # sudo: what is invoiced is read of tickets and invoices
        contract = self.contract_id.sudo()
        # two people who ask at once: one is retried, and sees the other's
        contract._hold()
        refusal = self._get_tax_refusal(contract)
        if refusal:
            raise MembershipError(refusal)

    def _get_tax_refusal(self, contract):
        """Say why its tax cannot become due now, or nothing."""
        if contract.tax_point != "redemption":
            return self.env._("%s was taxed when it was sold.", contract.name)
        if contract.amount_due:
            return self.env._("%s is not paid yet.", contract.name)
        if set(self.line_ids.entitlement_id.mapped("kind")) - set(SHARING_KINDS):
            return self.env._(
                "What stored value will be spent on is not known: its invoice is "
                "without tax, it is taxed when it is spent."
            )
        if len(self._get_tax_sets()) != 1:
            return self.env._(
                "The services of %s have different taxes: they are taxed when used.",
                contract.name,
            )
        left = contract._get_amount_to_invoice()
        if self.currency_id.compare_amounts(self.amount, left) > 0:
            return self.env._(
                "%(left)s of %(name)s is not invoiced yet, not %(amount)s.",
                left=self.currency_id.format(left),
                name=contract.name,
                amount=self.currency_id.format(self.amount),
            )
        return ""

    def _get_tax_sets(self):
        """Return the sets of taxes of the services: set of tuples of ids."""
        products = self.line_ids.entitlement_id.product_ids
        company = self.company_id
        return {tuple(company._get_service_taxes(p).ids) for p in products}

    def _get_taxed_lines(self):
        """Return the journal items of what leaves: its base on the liability, taxes."""
        company = self.company_id.sudo()
        product = self.line_ids.entitlement_id.product_ids[:1]
        taxes = company._get_service_taxes(product)
        account = company.beauty_liability_account_id
        row = TaxedAmount(product, account, taxes, self.amount)
        base, *taxes = company._prepare_taxed_lines([row], self.name)
        partner = self.contract_id.partner_id.commercial_partner_id
        return [{**base, "partner_id": partner.id}, *taxes]

    def _prepare_entries_tax(self):
        # sudo: contracts and holdings are made by operations and tickets only
        operation = self.sudo()
        lines = operation.line_ids.filtered(lambda line: line.quantity > 0)
        operation.to_partner_id = operation.contract_id.partner_id
        contract = operation._make_transfer_contract(lines)
        contract.tax_point = "sale"
        operation.new_contract_id = contract
        vals_list = []
        for line, net in zip(lines, operation._get_net_amounts(lines), strict=True):
            new = operation._make_taxed_holding(line, contract, net)
            vals_list += operation._prepare_move_entries(line, new, net)
        return vals_list

    def _get_net_amounts(self, lines):
        """Share what stays on the liability among the lines, by what they carry."""
        digits = self.currency_id.decimal_places
        net = -self._get_taxed_lines()[0]["balance"]
        weights = [to_cents(line.amount, digits) for line in lines]
        shares = allocate(to_cents(net, digits), weights)
        return [from_cents(share, digits) for share in shares]

    def _make_taxed_holding(self, line, contract, net):
        holding = line.entitlement_id
        (vals,) = holding.copy_data(
            {
                "contract_id": contract.id,
                "quantity": line.quantity,
                "amount": net,
                "unit_amount": holding._get_unit_amount(
                    net, line.quantity, self.currency_id
                ),
            }
        )
        return holding.create(vals)

    def _book(self, balances):
        """The base of the tax is what stays on the liability: one item for both."""
        if self.kind != "tax":
            return super()._book(balances)
        debits = {key: money for key, money in balances.items() if money > 0}
        items = self.company_id._book_membership(
            self.date,
            f"{self.name} {self._get_title()}",
            [(partner, money) for (partner, _is_debit), money in debits.items()],
            self._get_taxed_lines(),
            {"beauty_operation_id": self.id},
        )
        self._keep_move(items)
        credit = self.sudo().move_id._get_prepayment_lines() - items[:1][0]
        rest = {key: credit for key in balances.keys() - debits.keys()}
        return dict(zip(debits, items, strict=True)) | rest

    def _finish_tax(self):
        self._finish_transfer()
        # sudo: requests are made by what asks for them
        contract = self.sudo().new_contract_id
        taxes = self.company_id.sudo()._get_service_taxes(
            contract.entitlement_ids.product_ids[:1]
        )
        contract.env["beauty.invoice.request"].create(
            contract._prepare_request_vals(contract.partner_id, self.amount, taxes)
        )

    def _undo_finish_tax(self):
        # sudo: see _finish_tax
        self.sudo().new_contract_id.invoice_request_ids.action_cancel()
        self._undo_finish_transfer()

    def _ensure_reversible_tax(self):
        """:raises MembershipError: once its invoice was issued"""
        requests = self.sudo().new_contract_id.invoice_request_ids
        if "issued" in requests.mapped("state"):
            raise MembershipError(
                self.env._("Its invoice was issued: cancel that invoice first.")
            )
