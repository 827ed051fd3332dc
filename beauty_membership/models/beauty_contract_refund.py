# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import UserError

from ..rules.money import to_cents
from ..rules.passes import days_gone
from ..rules.refund import ALL, CONTRACT, LIST, Terms, is_cooling_off


class BeautyContract(models.Model):
    """The refund terms a contract was sold under, and what they say today."""

    _name = "beauty.contract"
    _inherit = ["beauty.contract", "beauty.refund.terms.mixin"]

    def action_new_operation(self):
        """Days of a pass that went by are no part of a refund: book them first."""
        if self.env.context.get("operation_kind") == "refund":
            self._release_gone_days()
        return super().action_new_operation()

    def _release_gone_days(self):
        """Take the days of passes that went by out of the ledger, as each night.

        :raises UserError: if the register that sold the pass is still open
        """
        self.ensure_one()
        today = self.company_id._get_beauty_today()
        # sudo: the days that went by are booked whoever asks
        contract = self.sudo()
        passes = contract.entitlement_ids.filtered(lambda h: h.kind == "pass")
        gone = passes.filtered(
            lambda h: days_gone(h.date_expiry, today, int(h.remaining))
        )
        if not gone or contract.state != "active":
            return
        if gone - gone._find_due_passes(contract.company_id, today):
            raise UserError(
                self.env._(
                    "%s: close the register that sold the pass first, its days that "
                    "went by are not booked yet.",
                    self.name,
                )
            )
        gone._release_days(contract.company_id, today)

    def _get_refund_terms(self, cause):
        """Return the terms of one cause, in cents and hundredths.

        :param str cause: 'salon', 'member' or 'cooling'
        :return: rules.refund.Terms
        """
        self.ensure_one()
        if cause == "salon":
            return Terms(
                valuation=self.refund_salon,
                interest=round(self.refund_interest_percent * 100),
            )
        if cause == "cooling":
            return Terms(valuation=CONTRACT)
        digits = self.currency_id.decimal_places
        return Terms(
            valuation=self.refund_member,
            clawback=round(self.refund_clawback_percent * ALL / 100),
            fee_percent=round(self.refund_fee_percent * ALL / 100),
            fee_amount=to_cents(self.refund_fee_amount, digits),
            takes_gifts=self.refund_gifts == LIST,
        )

    def _is_cooling_off(self, day, had_before):
        """Whether the member gets back what she has not used, without a cause."""
        self.ensure_one()
        return is_cooling_off(
            self.date_start,
            day,
            self.cooling_off_days,
            had_before and self.is_cooling_off_once,
        )

    def _had_before(self):
        """Whether the member had such a service before she bought the contract."""
        self.ensure_one()
        products = self.sudo().entitlement_ids.product_ids
        if not self.partner_id or not products:
            return False
        # sudo: only yes or no leaves
        log = self.env["beauty.service.log"].sudo()
        domain = [
            ("partner_id", "=", self.partner_id.id),
            ("product_id", "in", products.ids),
            ("company_id", "=", self.company_id.id),
            ("date", "<", self.pos_order_id.date_order or self.create_date),
            ("is_undone", "=", False),
        ]
        return bool(log.search_count(domain, limit=1))

    def _get_payee(self):
        """Return who gets the money: the member, or who bought an unclaimed gift."""
        self.ensure_one()
        return self.partner_id or self.buyer_id

    def _get_payment_lines(self):
        """Return the ticket lines that paid the contract: its sale, and arrears."""
        self.ensure_one()
        arrears = self.env["pos.order.line"].search(
            [("contract_id", "=", self.id), ("qty", ">", 0)]
        )
        return self.pos_order_line_id | arrears

    def _get_refundable(self):
        """Return what was paid and not given back yet, as money."""
        self.ensure_one()
        done = self._get_done_refunds()
        back = sum(done.mapped("refund_amount")) - sum(done.mapped("interest_amount"))
        return self.currency_id.round(self.amount_paid - back)

    def _get_done_refunds(self):
        """Return the refunds of the contract that stand."""
        # sudo: a cashier's quote reads their sums only
        return (
            self.env["beauty.operation"]
            .sudo()
            .search(
                [
                    ("contract_id", "=", self.id),
                    ("kind", "=", "refund"),
                    ("state", "=", "done"),
                    ("reversed_operation_id", "=", False),
                ]
            )
        )
