# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict

from odoo import fields, models

from ..exceptions import MembershipError
from .beauty_policy_invoice import INVOICE_RULES


class BeautyContract(models.Model):
    """What of a contract is invoiced, by whatever way."""

    _inherit = "beauty.contract"

    invoice_rule = fields.Selection(
        selection=INVOICE_RULES,
        string="Is Invoiced",
        readonly=True,
        help="How often what was paid ahead is invoiced, as agreed at the sale.",
    )
    invoice_request_ids = fields.One2many(
        "beauty.invoice.request", "contract_id", string="Invoice Requests"
    )
    invoiced_amount = fields.Monetary(
        string="Invoiced",
        compute="_compute_invoiced_amount",
        compute_sudo=True,
        help="Invoices of the sale, of its payments and of taxed uses, and requests "
        "that were not cancelled.",
    )

    def _compute_invoiced_amount(self):
        amounts = self._fetch_invoiced()
        for contract in self:
            contract.invoiced_amount = amounts[contract]

    def _fetch_invoiced(self):
        """:return: {contract: money invoiced by now, of whichever way}"""
        amounts = defaultdict(float)
        for sums in (
            self._fetch_requested(),
            self._fetch_sale_invoiced(),
            self._fetch_arrears_invoiced(),
            self._fetch_uses_invoiced(),
            self._fetch_transferred_invoiced(),
        ):
            for contract, amount in sums.items():
                amounts[contract] += amount
        return {
            contract: contract.currency_id.round(amounts[contract]) for contract in self
        }

    def _fetch_requested(self):
        """:return: {contract: money requested}"""
        groups = self.env["beauty.invoice.request"]._read_group(
            [("contract_id", "in", self.ids), ("state", "!=", "cancelled")],
            ["contract_id"],
            ["amount:sum"],
        )
        return dict(groups)

    def _fetch_sale_invoiced(self):
        """:return: {contract: money of the invoice that sold it, by hand or ticket}"""
        amounts = {}
        for contract in self:
            line = contract.pos_order_line_id
            if contract.move_line_id.parent_state == "posted":
                amounts[contract] = contract.price_total
            elif line.order_id.account_move.state == "posted":
                amounts[contract] = line.price_subtotal_incl / line.qty
        return amounts

    def _fetch_arrears_invoiced(self):
        """:return: {contract: money of invoiced tickets that paid its arrears}"""
        groups = self.env["pos.order.line"]._read_group(
            [
                ("contract_id", "in", self.ids),
                ("order_id.account_move.state", "=", "posted"),
            ],
            ["contract_id"],
            ["price_subtotal_incl:sum"],
        )
        return dict(groups)

    def _fetch_uses_invoiced(self):
        """:return: {contract: money of taxed uses on invoiced tickets}"""
        groups = self.env["beauty.entry"]._read_group(
            [
                ("contract_id", "in", self.ids),
                ("contract_id.tax_point", "=", "redemption"),
                ("movement", "in", ("redeem", "restore")),
                ("pos_order_line_id.order_id.account_move.state", "=", "posted"),
            ],
            ["contract_id"],
            ["amount:sum"],
        )
        return {contract: -amount for contract, amount in groups}

    def _fetch_transferred_invoiced(self):
        """:return: {contract: money, invoiced on the contract that it came from}"""
        moves = self.env["beauty.operation"].search(
            [
                ("new_contract_id", "in", self.ids),
                ("kind", "=", "transfer"),
                ("state", "=", "done"),
                ("reversed_operation_id", "=", False),
            ]
        )
        amounts = {}
        for move in moves:
            old = move.contract_id
            share = min(1.0, old._fetch_invoiced()[old] / (old.amount_paid or 1.0))
            amounts[move.new_contract_id] = move.amount * share
        return amounts

    def _get_moved_out(self):
        """Return what other contracts carry now: theirs to invoice."""
        moves = self.env["beauty.operation"].search(
            [
                ("contract_id", "=", self.id),
                ("new_contract_id", "!=", False),
                ("state", "=", "done"),
                ("reversed_operation_id", "=", False),
            ]
        )
        return sum(moves.mapped("amount"))

    def _get_amount_to_invoice(self):
        """Return what is paid and not invoiced yet, as of now."""
        self.ensure_one()
        left = self.amount_paid - self._fetch_invoiced()[self] - self._get_moved_out()
        return max(0.0, self.currency_id.round(left))

    def action_request_invoice(self):
        """Ask for the invoice of what is paid and not invoiced yet.

        :return: act_window that opens the request
        :raises MembershipError: if nothing is left to invoice
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: requests are made by this action and by tickets only
        contract = self.sudo()
        # two people who ask at once: one is retried, and sees the other's
        contract._hold()
        amount = contract._get_amount_to_invoice()
        if contract.state == "closed" or not amount or not contract.partner_id:
            raise MembershipError(
                self.env._(
                    "Nothing of %(name)s is left to invoice: %(invoiced)s of "
                    "%(paid)s paid is invoiced.",
                    name=contract.name,
                    invoiced=contract.currency_id.format(
                        contract._fetch_invoiced()[contract]
                    ),
                    paid=contract.currency_id.format(contract.amount_paid),
                )
            )
        taxes = contract.plan_id._get_sale_taxes()
        if contract.tax_point == "redemption":
            taxes = taxes.browse()
        request = contract.env["beauty.invoice.request"].create(
            contract._prepare_request_vals(contract.partner_id, amount, taxes)
        )
        return request.sudo(False)._get_records_action()

    def _prepare_request_vals(self, buyer, amount, taxes):
        """Return a request for a part of this contract.

        :param taxes: account.tax; none: prepaid, its tax is not due yet
        """
        return {
            "partner_id": buyer.id,
            "contract_id": self.id,
            "tax_category": "taxed" if taxes else "prepaid",
            "tax_ids": taxes.ids,
            "amount": amount,
            "company_id": self.company_id.id,
        }
