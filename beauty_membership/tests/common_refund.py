# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command

from .common_operation import OperationCommon


class RefundCommon(OperationCommon):
    """A contract of 960, three of its ten facials used, refunded by cause."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.policy = cls.env["beauty.policy"].create({"name": "Refunds"})
        cls.plan.policy_id = cls.policy

    def _sell_used(self, uses=3, plan=None, **values):
        """Sell a contract and use some of its sessions; the register closes."""
        contract = self._sell_plan(plan, **values)
        for _use in range(uses):
            self._use(contract.entitlement_ids[:1])
        self._reopen()
        return contract

    def _reopen(self):
        self._close()
        self.session = self._open_session(self.config)

    def _refund(self, contract, cause="member", **values):
        """Refund all that is left by bank transfer; return the operation."""
        return self._operate(
            contract, "refund", cause=cause, **{"tender": "bank", **values}
        )

    def _get_quote(self, contract, cause, **values):
        """Return what a refund would give back, with its rows."""
        operation = self._new_operation(contract, "refund", cause=cause, **values)
        return operation.refund_amount, [
            (row["label"], row["amount"]) for row in operation.calculation
        ]

    def _get_books(self, operation):
        """Return the operation's journal items as {what: balance}."""
        books = {}
        for item in operation.move_id.sudo().line_ids:
            key = self._get_book_key(item)
            books[key] = round(books.get(key, 0.0) + item.balance, 2)
        return books

    def _get_book_key(self, item):
        kinds = {
            "liability_payable": "payable",
            "income": "revenue",
            "expense": "interest",
        }
        if item.account_id == self.liability:
            return "liability"
        if item.tax_line_id:
            return "vat"
        return kinds.get(item.account_id.account_type, item.account_id.name)

    def _get_tags(self, move):
        """Return what the entry reports to the tax return: (base, tax)."""
        taxed = move.sudo().line_ids.filtered("tax_ids")
        taxes = move.sudo().line_ids.filtered("tax_line_id")
        return (
            round(sum(taxed.mapped("balance")), 2),
            round(sum(taxes.mapped("balance")), 2),
        )

    # At the till

    def _till_contract(self):
        return self.env["beauty.contract"].with_user(self.cashier)

    def _ask_refund(self, contract, pin="1234", **values):
        """Ask for a refund as the till does; return the answer."""
        vals = {
            "cause": "member",
            "tender": "till",
            "reason": "Moves away",
            "order_uuid": "till-refund",
            **values,
        }
        return self._till_contract().refund_at_till(
            contract.id, vals, pin, self.config.id
        )

    def _pay_out_lines(self, answer):
        """Return the lines that the till adds for a refund."""
        lines = []
        for row in answer["lines"]:
            vals = {k: v for k, v in row.items() if k not in ("total", "tax_ids")}
            taxes = self.env["account.tax"].browse(row["tax_ids"])
            product = self.env["product.product"].browse(vals.pop("product_id"))
            line = self._line(
                product,
                vals.pop("price_unit"),
                vals.pop("qty"),
                taxes=taxes,
                **vals,
            )
            line["price_subtotal_incl"] = row["total"]
            lines.append(line)
        return lines

    def _pay_out_ticket(self, answer, lines=(), **values):
        return self._ticket([*self._pay_out_lines(answer), *lines], **values)

    @classmethod
    def _set(cls, record):
        return [Command.set(record.ids)]
