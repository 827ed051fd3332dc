# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..exceptions import GrantRefused


class PosOrder(models.Model):
    """Plans sold for a part of their price, and arrears collected at any till."""

    _inherit = "pos.order"

    def _settle_one(self):
        self._ensure_part_payment_lines()
        return super()._settle_one()

    def _ensure_part_payment_lines(self):
        """Only a sale of a plan leaves something to pay, only its product pays it.

        :raises GrantRefused: says which line is none
        """
        for line in self.lines:
            sells = line.product_id.is_membership_plan and line.qty > 0
            if (line.plan_amount_due and (not sells or line.contract_id)) or (
                line.contract_id and not line.product_id.is_membership_plan
            ):
                raise GrantRefused(
                    self.env._(
                        "“%s” is not a plan that is paid in parts.",
                        line.full_product_name or line.product_id.display_name,
                    )
                )

    def _settle_plan_lines(self, plan_lines, amounts):
        """Payments of arrears grant no new plan."""
        arrears = plan_lines.filtered(lambda line: line._get_arrears_contract())
        for line in arrears:
            if line.qty < 0:
                self._refund_arrears(line, amounts)
            else:
                self._collect_arrears(line, amounts)
        return super()._settle_plan_lines(plan_lines - arrears, amounts)

    def _collect_arrears(self, line, amounts):
        contract = line.contract_id
        total = amounts[line][1]
        refusal = self._get_arrears_refusal(line, contract, total)
        if refusal:
            raise GrantRefused(refusal)
        if self.currency_id.compare_amounts(total, contract.amount_due) == 0:
            self._settle_cents(line, contract._get_unpaid_amount(), amounts)
        if not line.seller_id:
            line.seller_id = contract.pos_order_line_id.seller_id
        contract._receive(total, amounts[line][0], line, f"pay:{line.uuid}")

    def _get_arrears_refusal(self, line, contract, total):
        """Say why a line cannot pay arrears of that contract, or nothing."""
        product = contract.plan_id.product_tmpl_id
        is_known = contract.company_id == self.company_id and contract.partner_id
        if not is_known or contract.partner_id != self.partner_id:
            return self.env._("These arrears are of another member.")
        if line.product_id.product_tmpl_id != product or line.qty != 1:
            return self.env._(
                "Arrears of %(contract)s are paid with “%(product)s”, once.",
                contract=contract.name,
                product=product.name,
            )
        if contract.move_line_id:
            return self.env._(
                "%(contract)s was invoiced: register the payment of %(invoice)s.",
                contract=contract.name,
                invoice=contract.invoice_id.name,
            )
        if line.bonus_amount or line.points_amount:
            return self.env._("Bonus and points pay no arrears.")
        if contract.state not in ("active", "frozen"):
            return self.env._("%s is closed: nothing is due on it.", contract.name)
        is_over = self.currency_id.compare_amounts(total, contract.amount_due) > 0
        if is_over or self.currency_id.compare_amounts(total, 0) <= 0:
            return self.env._(
                "%(due)s is due on %(contract)s, not %(total)s; another till may have "
                "been faster.",
                due=self.currency_id.format(contract.amount_due),
                contract=contract.name,
                total=self.currency_id.format(total),
            )
        return ""

    def _settle_cents(self, line, excluded, amounts):
        """The last payment, or a refund of several, takes the cents of rounded taxes.

        :param float excluded: what the line has to put on the liability
        """
        if line.tax_ids and self.currency_id.compare_amounts(
            amounts[line][0], excluded
        ):
            line._reach_excluded(excluded)
            amounts[line] = self._get_line_amounts()[line]

    def _refund_arrears(self, line, amounts):
        """Give one payment of arrears back as it was taken."""
        original = line.refunded_orderline_id
        contract = original.contract_id
        if not contract or line.contract_id not in (contract, contract.browse()):
            raise GrantRefused(
                self.env._("A payment is given back from the ticket that took it.")
            )
        self._ensure_same_member(contract.partner_id)
        money = contract._take_back_payment(line, -amounts[line][1])
        if self.currency_id.compare_amounts(money, -amounts[line][0]) != 0:
            raise GrantRefused(
                self.env._(
                    "This payment is given back as it was taken: %s.",
                    self.currency_id.format(money),
                )
            )
        line._reverse_performance()

    def _refund_plan_line(self, line, amount):
        """A contract paid on several tickets is refunded by the cents it was paid."""
        original = line.refunded_orderline_id
        if original.plan_amount_due:
            amounts = self._get_line_amounts()
            contracts = self._get_refunded_contracts(line)
            paid = sum(contracts.entitlement_ids.mapped("amount_remaining"))
            cents = self.currency_id.rounding * 10
            if abs(amount + paid) <= cents:
                self._settle_cents(line, -paid, amounts)
                amount = amounts[line][0]
        return super()._refund_plan_line(line, amount)

    def _get_refunded_contracts(self, line):
        """Return the untouched contracts that a refund line takes back."""
        contracts = self.env["beauty.contract"].search(
            [("pos_order_line_id", "=", line.refunded_orderline_id.id)]
        )
        untouched = contracts.filtered(lambda c: c._is_untouched())
        return untouched[: int(-line.qty)]

    def _get_membership_summary(self, plan_lines, use_lines):
        """Payments of arrears show what is left to pay."""
        rows = super()._get_membership_summary(plan_lines, use_lines)
        for line in plan_lines.filtered(lambda line: line.contract_id and line.qty > 0):
            contract = line.contract_id
            rows.append(
                {
                    "kind": "payment",
                    "name": contract.plan_id.name,
                    "used": 0,
                    "remaining": contract.units_left,
                    "date_expiry": False,
                    "paid": line.price_subtotal_incl,
                    "amount_due": contract.amount_due,
                }
            )
        return rows
