# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..exceptions import GrantRefused


class PosOrder(models.Model):
    """Tickets that pay the refund of a contract out."""

    _inherit = "pos.order"

    def _settle_one(self):
        for operation, lines in self.lines.grouped("operation_id").items():
            if operation:
                operation._take_lines(self, lines)
        return super()._settle_one()

    def _set_plan_taxes(self, plan_lines):
        """A refund has the taxes of its contract."""
        return super()._set_plan_taxes(
            plan_lines.filtered(lambda line: not line.operation_id)
        )

    def _settle_plan_lines(self, plan_lines, amounts):
        """Refunds of contracts first, so that their money can pay for others."""
        lines = plan_lines.filtered("operation_id")
        for line in lines:
            self._settle_refund(line, amounts)
        return super()._settle_plan_lines(plan_lines - lines, amounts)

    def _settle_refund(self, line, amounts):
        """Pay one refund out, exactly what was agreed."""
        operation = line.operation_id
        self._settle_cents(line, -operation.amount, amounts)
        self._ensure_paid_exactly(amounts)
        if self.currency_id.compare_amounts(amounts[line][0], -operation.amount):
            raise GrantRefused(
                self.env._(
                    "%(contract)s holds %(amount)s: remove the refund, add it again.",
                    contract=operation.contract_id.name,
                    amount=self.currency_id.format(operation.amount),
                )
            )
        operation._execute_on_ticket(line)

    def _ensure_paid_exactly(self, amounts):
        """:raises GrantRefused: if another amount changes hands than the lines say"""
        total = sum(included for _excluded, included in amounts.values())
        paid = sum(self.payment_ids.mapped("amount"))
        rounding = self.config_id.rounding_method.rounding or 0.0
        allowed = rounding if self.config_id.cash_rounding else 0.0
        if abs(total - paid) > allowed + self.currency_id.rounding / 2:
            raise GrantRefused(
                self.env._(
                    "The refund is paid out exactly: %(total)s, not %(paid)s.",
                    total=self.currency_id.format(total),
                    paid=self.currency_id.format(paid),
                )
            )

    def _get_membership_summary(self, plan_lines, use_lines):
        """The receipt shows how each refund was worked out."""
        rows = super()._get_membership_summary(plan_lines, use_lines)
        operations = self.lines.operation_id
        return rows + [operation._prepare_summary_row() for operation in operations]
