# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, models

from ..exceptions import GrantRefused


class BeautyOperation(models.Model):
    """A refund that a till pays out: its lines on the ticket, and its settlement.

    The lines are the parts of the money; closing books them like all others.
    """

    _inherit = "beauty.operation"

    def _prepare_ticket_lines(self):
        """Return the lines that pay the refund out, as the till adds them.

        :return: list of dict of pos.order.line values, that of the plan first
        """
        self.ensure_one()
        return [
            self._prepare_ticket_line(index, row)
            for index, row in enumerate(self.sudo()._get_refund_rows())
        ]

    def _prepare_ticket_line(self, index, row):
        taxed = row.taxed
        money = self.currency_id.round(taxed.money)
        price = self.env["beauty.entitlement"]._get_line_price(
            abs(money), taxed.product, taxed.taxes, self.company_id
        )
        extra = price["extra_tax_data"]
        if extra and money < 0:
            reverse = self.env["account.tax"]._reverse_quantity_base_line_extra_tax_data
            extra = reverse(extra)
        return {
            "operation_id": self.id,
            "operation_row": index,
            "product_id": taxed.product.id,
            "full_product_name": row.name,
            "qty": -1 if money < 0 else 1,
            "price_unit": price["price_unit"],
            "price_type": "automatic",
            "discount": 0,
            "tax_ids": taxed.taxes.ids,
            "extra_tax_data": extra,
            "total": money,
        }

    def _get_row_account(self, index):
        """Return the account of one row of the refund."""
        return self.sudo()._get_refund_rows()[index].taxed.account

    def _take_lines(self, order, lines):
        """Make the lines of a ticket those of this refund.

        :raises GrantRefused: if it is not the one to pay here, or lines are missing
        """
        self.ensure_one()
        refusal = self._get_ticket_refusal(order)
        if refusal:
            raise GrantRefused(refusal)
        expected = self._prepare_ticket_lines()
        lines = lines.sorted("operation_row")
        sent = [(line.operation_row, line.product_id.id) for line in lines]
        if sent != [(row["operation_row"], row["product_id"]) for row in expected]:
            raise GrantRefused(
                self.env._(
                    "The refund on the ticket is not complete. Remove it and add it "
                    "again."
                )
            )
        for line, row in zip(lines, expected, strict=True):
            taxes = [Command.set(row.pop("tax_ids"))]
            row.pop("total")
            line.write({**row, "tax_ids": taxes})

    def _get_ticket_refusal(self, order):
        """Say why a ticket cannot pay the refund out, or nothing."""
        if self.kind != "refund" or self.state != "to_pay":
            return self.env._(
                "%s is not to be paid out; another till may have been faster.",
                self.name,
            )
        if self.company_id != order.company_id:
            return self.env._("The refund is of another company.")
        if self.contract_id._get_payee() != order.partner_id:
            return self.env._(
                "The refund is paid to %s.", self.contract_id._get_payee().name
            )
        if order.to_invoice:
            return self.env._("A ticket that refunds a contract is not invoiced.")
        return ""

    def _execute_on_ticket(self, line):
        """Post what the refund moves; the closing of the register books it.

        :param line: pos.order.line that takes the plan back
        """
        self.ensure_one()
        # sudo: what it moves is worked out again, though it is no quote any more
        self.sudo().line_ids._compute_amount()
        self._ensure_possible()
        self.pos_order_id = line.order_id
        self._set_state("done")
        self._post_on_line(self._prepare_entries_refund(), line)
        self._finish_refund()

    def _prepare_summary_row(self):
        """Return what the receipt says of the refund."""
        contract = self.contract_id
        return {
            "kind": "refund",
            "name": f"{contract.plan_id.name} {contract.name}",
            "used": 0,
            "remaining": False,
            "date_expiry": False,
            "refund": self.refund_amount,
            "cause": self._get_cause_text(),
            "rows": [
                row for row in self.calculation or [] if row["amount"] is not False
            ],
        }

    def _get_cause_text(self):
        causes = dict(self._fields["cause"]._description_selection(self.env))
        return causes.get(self.cause, "")
