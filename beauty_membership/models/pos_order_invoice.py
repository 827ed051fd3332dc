# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict

from odoo import models

from ..exceptions import MembershipError
from .beauty_policy_invoice import ONCE

# Only code can pass this object in a context; a call from outside cannot.
AT_TILL = object()


class PosOrder(models.Model):
    """What of a ticket is invoiced, and what was invoiced before."""

    _inherit = "pos.order"

    def _process_saved_order(self, draft):
        return super(
            PosOrder, self.with_context(invoice_at_till=AT_TILL)
        )._process_saved_order(draft)

    def _generate_pos_order_invoice(self):
        """What was paid ahead and invoiced is not invoiced twice.

        A ticket that took money without connection is stored without its invoice.
        """
        # sudo: whoever sells need not read contracts of other people
        refusal = self.sudo()._get_invoice_refusal()
        is_at_till = self.env.context.get("invoice_at_till") is AT_TILL
        if refusal and is_at_till and self._is_taken_offline():
            self.to_invoice = False
            return self.env["account.move"]
        if refusal:
            raise MembershipError(refusal)
        return super()._generate_pos_order_invoice()

    def _get_invoice_refusal(self):
        """Say which contract was invoiced already, or nothing."""
        for contract, amount in self._get_contract_amounts().items():
            left = contract._get_amount_to_invoice()
            is_over = contract.currency_id.compare_amounts(amount, left) > 0
            if contract.invoice_rule == ONCE and is_over:
                return self.env._(
                    "%(left)s of %(contract)s is not invoiced yet, the ticket has "
                    "%(amount)s of it. Leave the ticket without an invoice, and "
                    "request one for the rest of it.",
                    left=contract.currency_id.format(left),
                    contract=contract.name,
                    amount=contract.currency_id.format(amount),
                )
        return ""

    def _get_contract_amounts(self):
        """Return what tickets sell and use of contracts, as far as it is invoiced.

        :return: {beauty.contract: money}, what is taxed at the sale only when sold
        """
        amounts = defaultdict(float)
        for row in self._get_request_rows():
            if row[0]:
                amounts[row[0]] += row[2]
        return amounts

    def _get_request_rows(self):
        """Return what an invoice of the tickets consists of.

        :return: list of (beauty.contract or empty, account.tax, money with taxes)
        """
        rows = []
        for line in self.lines:
            used = line._get_amounts_used()
            taxes = line.tax_ids_after_fiscal_position
            own = line.price_subtotal_incl - sum(used.values())
            contracts = line._get_contracts_paid()
            for contract in contracts or [self.env["beauty.contract"]]:
                rows.append((contract, taxes, own / (len(contracts) or 1)))
            rows += [
                (contract, taxes, money)
                for contract, money in used.items()
                if contract.tax_point == "redemption"
            ]
        return rows

    def action_request_invoice(self):
        """Ask for invoices of what the ticket was paid for and is not invoiced yet.

        :return: act_window that opens the requests
        :raises MembershipError: if nothing is left to invoice
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: requests are made by tickets and contracts only
        order = self.sudo()
        requests = order.env["beauty.invoice.request"]
        if not order.account_move and not order._has_invoice_requests():
            requests = requests.create(order._prepare_request_vals())
        if not order.partner_id or not requests:
            raise MembershipError(
                self.env._(
                    "Nothing of this ticket is left to invoice, or it has no customer."
                )
            )
        return requests.sudo(False)._get_records_action(
            name=self.env._("Invoice Requests")
        )

    def _has_invoice_requests(self):
        domain = [("pos_order_id", "=", self.id), ("state", "!=", "cancelled")]
        return bool(self.env["beauty.invoice.request"].search_count(domain, limit=1))

    def _prepare_request_vals(self):
        """Return one request for each contract and set of taxes of the ticket."""
        amounts = defaultdict(float)
        for contract, taxes, money in self._get_request_rows():
            amounts[contract, taxes] += money
        vals_list = []
        for (contract, taxes), money in amounts.items():
            if contract:
                contract._hold()
                money = min(money, contract._get_amount_to_invoice())
            if self.currency_id.compare_amounts(money, 0) > 0:
                vals_list.append(self._prepare_one_request(contract, taxes, money))
        return vals_list

    def _prepare_one_request(self, contract, taxes, money):
        amount = self.currency_id.round(money)
        if contract:
            vals = contract._prepare_request_vals(self.partner_id, amount, taxes)
            return {**vals, "pos_order_id": self.id}
        return {
            "partner_id": self.partner_id.id,
            "pos_order_id": self.id,
            "tax_category": "taxed" if taxes else "untaxed",
            "tax_ids": taxes.ids,
            "amount": amount,
            "company_id": self.company_id.id,
        }


class PosOrderLine(models.Model):
    """What of a line was paid before, and for which contracts it pays now."""

    _inherit = "pos.order.line"

    def _get_amounts_used(self):
        """Return what a line takes of contracts: {beauty.contract: money}."""
        groups = self.env["beauty.entry"]._read_group(
            [
                ("pos_order_line_id", "=", self.id),
                ("movement", "in", ("redeem", "restore")),
                ("contract_id", "!=", False),
            ],
            ["contract_id"],
            ["amount:sum"],
        )
        return {contract: -amount for contract, amount in groups}

    def _get_contracts_paid(self):
        """Return the contracts that a line sells, or whose arrears it pays."""
        if not self.product_id.is_membership_plan or self.qty < 0:
            return self.env["beauty.contract"]
        sold = self.env["beauty.contract"].search([("pos_order_line_id", "=", self.id)])
        return self.contract_id or sold
