# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from math import isfinite

from odoo import Command, models
from odoo.tools import SQL

from ..exceptions import MembershipError, RedemptionRefused


class Computed:
    """The base lines that a computation of totals went through, taxes included."""

    base_lines = None


class PosOrder(models.Model):
    """What a ticket must be before it is settled: its books, numbers and payments."""

    _inherit = "pos.order"

    def _follow_session(self):
        """Shop and books are those of the session, whatever register a till names."""
        config = self.session_id.config_id or self.config_id
        if self.config_id != config:
            self.config_id = config

    def _ensure_refunds_go_back(self):
        """A line that names the line it refunds has the other direction."""
        for line in self.lines.filtered("refunded_orderline_id"):
            if line.qty * line.refunded_orderline_id.qty > 0:
                raise MembershipError(
                    self.env._(
                        "“%s” refunds a line and sells it again. Remove it and sell it "
                        "anew.",
                        line.full_product_name or line.product_id.display_name,
                    )
                )

    def _ensure_own_company(self):
        """The books of a membership ticket are those of its register."""
        if self.company_id != self.config_id.company_id:
            raise MembershipError(
                self.env._("The ticket is of another company than its register.")
            )

    def _hold_session(self):
        """Let a closing of the register collide with this ticket, never miss it.

        Both touch the session's row: who comes second is retried by Odoo, and the
        closing then sees the ticket, or the ticket the closed register. Tickets of
        one register queue on its order number anyway.

        :raises MembershipError: if the register is closed
        """
        self.env["pos.session"].flush_model(["state"])
        self.env.cr.execute(
            SQL(
                "UPDATE pos_session SET write_date = write_date WHERE id = %s "
                "AND state NOT IN ('closing_control', 'closed')",
                self.session_id.id,
            )
        )
        if not self.env.cr.rowcount:
            raise MembershipError(
                self.env._("The register was closed meanwhile. Open it again.")
            )

    def _ensure_services_paid(self, amounts):
        """A visit that earns somebody a share is paid, give or take a cent a line."""
        total = sum(included for _excluded, included in amounts.values())
        self._ensure_paid(total - self.currency_id.rounding * len(amounts))

    def _ensure_numbers(self, lines):
        """Refuse what is no number, before it is compared with one."""
        numbers = [
            n for line in lines for n in (line.qty, line.price_unit, line.discount)
        ]
        if not all(isfinite(number) for number in numbers):
            raise MembershipError(self.env._("The ticket contains a wrong number."))

    def _set_plan_taxes(self, plan_lines):
        """The plan owns the taxes of its line; a refund has those of the sale."""
        for line in plan_lines:
            taxes = line.refunded_orderline_id.tax_ids or self._get_product_taxes(line)
            if line.tax_ids != taxes:
                line.tax_ids = [Command.set(taxes.ids)]
            if (line.extra_tax_data or {}).get("manual_tax_amounts"):
                line.extra_tax_data = False

    def _get_product_taxes(self, line):
        return line.product_id.taxes_id._filter_taxes_by_company(self.company_id)

    def _ensure_membership_paid(self):
        """Recompute the totals from the lines and require that they are paid.

        :return: what `_get_line_amounts` takes
        """
        was_negative = self.amount_total < 0
        computed = Computed()
        self.with_context(beauty_computed=computed)._compute_prices()
        self._set_direction()
        self._ensure_paid(self.amount_total)
        # a total that turned its sign turns that of each line
        return computed.base_lines if was_negative == (self.amount_total < 0) else None

    def _set_direction(self):
        """Invoicing turns all signs of a refund: the total says which it is."""
        only_back = all(line.qty <= 0 for line in self.lines)
        is_refund = self.amount_total < 0 or (self.is_refund and only_back)
        if self.is_refund != is_refund:
            self.is_refund = is_refund

    def _ensure_paid(self, total):
        """:raises MembershipError: if the payments do not reach that total"""
        paid = sum(self.payment_ids.mapped("amount"))
        rounding = self.config_id.rounding_method.rounding or 0.0
        allowed = max(
            rounding if self.config_id.cash_rounding else 0.0,
            self.currency_id.rounding / 2,
        )
        # written so that a payment which is no number does not pass either
        if not paid >= total - allowed:
            raise MembershipError(
                self.env._(
                    "The ticket is not fully paid: %(paid)s of %(total)s.",
                    paid=self.currency_id.format(paid),
                    total=self.currency_id.format(total),
                )
            )

    def _get_line_amounts(self, base_lines=None):
        """Return what each line is worth, as closing will post it.

        :param base_lines: those of the lines with their taxes, if they are known
        :return: {pos.order.line: (float without taxes, float with taxes)}, negative
            for what is given back
        """
        if not base_lines:
            AccountTax = self.env["account.tax"]
            base_lines = self.lines._prepare_tax_base_line_values()
            AccountTax._add_tax_details_in_base_lines(base_lines, self.company_id)
            AccountTax._round_base_lines_tax_details(base_lines, self.company_id)
        return {
            line: self._get_base_line_amounts(base_line)
            for line, base_line in zip(self.lines, base_lines, strict=True)
        }

    def _get_base_line_amounts(self, base_line):
        details = base_line["tax_details"]
        excluded = (
            details["total_excluded_currency"]
            + details["delta_total_excluded_currency"]
        )
        taxes = sum(tax["tax_amount_currency"] for tax in details["taxes_data"])
        sign = -base_line["sign"]
        return (
            self.currency_id.round(sign * excluded),
            self.currency_id.round(sign * (excluded + taxes)),
        )

    def _ensure_prepaid(self, use_lines, payments, amounts):
        """Prepaid payments equal the uses of the ticket, exactly."""
        due = sum(amounts[line][1] for line in use_lines)
        due += self._get_principal_due(amounts)
        paid = sum(payments.mapped("amount"))
        if self.currency_id.compare_amounts(due, paid) != 0:
            raise RedemptionRefused(
                self.env._(
                    "The prepayment on the ticket is %(paid)s, its uses are worth "
                    "%(due)s. Remove the uses and add them again.",
                    paid=self.currency_id.format(paid),
                    due=self.currency_id.format(due),
                )
            )
        if use_lines and not self.partner_id:
            raise RedemptionRefused(
                self.env._("Choose the member whose sessions are used.")
            )

    def _refuse_currency(self):
        raise MembershipError(
            self.env._("Plans are sold and used in the company's currency only.")
        )

    def _ensure_exact_taxes(self, line, excluded, total):
        """Exact taxes that a till sent differ from computed ones by cents at most."""
        if not line.extra_tax_data:
            return
        computed = line._compute_amount_line_all()
        tax = computed["price_subtotal_incl"] - computed["price_subtotal"]
        allowed = self.currency_id.rounding * abs(line.qty) * (len(line.tax_ids) + 1)
        if abs(total - excluded - tax) > allowed:
            raise RedemptionRefused(
                self.env._("A use keeps the price and taxes of its contract.")
            )


class PosOrderLine(models.Model):
    """Base lines, kept for who computes the totals of a ticket."""

    _inherit = "pos.order.line"

    def _prepare_tax_base_line_values(self):
        base_lines = super()._prepare_tax_base_line_values()
        computed = self.env.context.get("beauty_computed")
        if isinstance(computed, Computed):
            computed.base_lines = base_lines
        return base_lines
