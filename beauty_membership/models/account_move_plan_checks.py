# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..exceptions import GrantRefused


class AccountMove(models.Model):
    """What an invoice with plans has to respect, before it is posted."""

    _inherit = "account.move"

    def _ensure_can_sell_plans(self):
        """:raises GrantRefused: says what to change on the invoice"""
        self.ensure_one()
        refusal = self._get_plan_refusal()
        if refusal:
            raise GrantRefused(refusal)

    def _get_plan_refusal(self):
        """Say why the invoice cannot sell its plans, or nothing."""
        if self.currency_id != self.company_currency_id:
            return self.env._(
                "Plans are invoiced in %s only, the currency of the company.",
                self.company_currency_id.name,
            )
        plan_lines = self._get_plan_lines()
        if self._get_prepayment_lines() - plan_lines:
            return self._get_kept_account_message()
        if self.move_type == "out_refund" and not self._credits_sold_plans():
            return self.env._(
                "A plan is credited from the invoice that sold it: open that invoice "
                "and use its button Credit Note."
            )
        return next(filter(None, (ln._get_plan_refusal() for ln in plan_lines)), "")

    def _credits_sold_plans(self):
        invoice = self.reversed_entry_id
        return bool(invoice) and invoice._sold_plans()


class AccountMoveLine(models.Model):
    """What a line that sells a plan, or takes it back, has to respect."""

    _inherit = "account.move.line"

    def _get_plan_refusal(self):
        """Say why the line cannot sell or refund its plan, or nothing."""
        self.ensure_one()
        words = {"name": self._get_sale_name()}
        # sudo: who posts an invoice need not see the account of the company
        account = self.company_id.sudo().beauty_liability_account_id
        if self.account_id != account:
            return self.env._(
                "“%(name)s” is booked on %(account)s: choose the product again, and "
                "no fiscal position that maps its account.",
                **words,
                account=account.display_name,
            )
        if self.tax_ids != self._get_plan_taxes():
            return self.env._(
                "The taxes of “%(name)s” follow its plan: choose the product again.",
                **words,
            )
        if self.product_uom_id and self.product_uom_id != self.product_id.uom_id:
            return self.env._("“%(name)s” is sold by the piece.", **words)
        if self.company_currency_id.compare_amounts(self._get_sold_amount(), 0) < 0:
            return self.env._("“%(name)s” has a negative price.", **words)
        return self._get_member_refusal()

    def _get_sold_amount(self):
        """Return what the line puts on the liability, or a credit note takes off."""
        return self.balance if self.move_type == "out_refund" else -self.balance

    def _get_plan_taxes(self):
        # sudo: see _get_plan_refusal
        plans = self.product_id.with_context(active_test=False).sudo().plan_ids
        taxes = plans[:1]._get_sale_taxes() if plans else self.tax_ids
        return self.move_id.fiscal_position_id.map_tax(taxes).sudo(False)

    def _get_member_refusal(self):
        """The liability is booked on the customer: the member is one of her people."""
        member = self.beauty_member_id
        customer = self.move_id.commercial_partner_id
        if member and member.commercial_partner_id != customer:
            return self.env._(
                "%(member)s does not belong to %(customer)s: invoice the plan to "
                "whom it becomes.",
                member=member.display_name,
                customer=customer.display_name,
            )
        return ""

    def _get_credited_contracts(self):
        """Return untouched contracts that a credit note's line can take back.

        Those of the line it was copied from come first: same price and member.
        """
        contracts = self.move_id.reversed_entry_id._get_contracts_sold().filtered(
            lambda c: (
                c.move_line_id.product_id == self.product_id
                and c.partner_id in (self._get_sale_member(), c.partner_id.browse())
            )
        )
        same = contracts.filtered(
            lambda c: (
                (c.move_line_id.price_unit, c.move_line_id.discount)
                == (self.price_unit, self.discount)
            )
        )
        left = (same | contracts).filtered(lambda c: c.state != "closed")
        return left.sorted(lambda c: not c._is_untouched())
