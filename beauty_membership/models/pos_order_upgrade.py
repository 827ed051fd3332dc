# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, models

from ..exceptions import GrantRefused


class PosOrder(models.Model):
    """An upgrade: the rest of a contract and its bigger plan on one ticket.

    The plan goes on the ticket at its price, the rest of the old contract as a line
    of its own, at what the books carry with the taxes of its sale. So the ticket
    asks for the difference, and tax, points, tiers and shares count that alone.
    """

    _inherit = "pos.order"

    def _get_upgrade_lines(self):
        """Return the lines that give the rest of a contract."""
        return self.lines.filtered(
            lambda line: line.upgrade_contract_id and not line.refunded_orderline_id
        )

    def _ensure_one_claim(self):
        """:raises GrantRefused: on a line that says it is two things"""
        for line in self.lines:
            claims = (
                line.operation_id,
                line.upgrade_contract_id,
                line.contract_id,
                line.entitlement_id,
            )
            own = line.operation_id or line.upgrade_contract_id
            if sum(map(bool, claims)) > 1 or (own and line.refunded_orderline_id):
                raise GrantRefused(
                    self.env._(
                        "“%s” cannot be booked twice. Remove it and add it again.",
                        line.full_product_name or line.product_id.display_name,
                    )
                )

    def _settle_one(self):
        self._ensure_one_claim()
        lines = self._get_upgrade_lines()
        if lines:
            self._ensure_upgrade(lines)
            lines.seller_id = False
        return super()._settle_one()

    def _set_plan_taxes(self, plan_lines):
        """What is left goes with the taxes of its sale, at the price of today."""
        lines = self._get_upgrade_lines()
        for line in lines:
            contract = line.upgrade_contract_id
            vals = contract._prepare_upgrade_line(contract._get_upgrade_credit())
            vals.pop("product_id")
            line.write(
                {**vals, "discount": 0, "tax_ids": [Command.set(vals["tax_ids"])]}
            )
        return super()._set_plan_taxes(plan_lines - lines)

    def _ensure_upgrade(self, line):
        """:raises GrantRefused: if the ticket is no upgrade, or not any more"""
        sold = self._get_upgrade_plan_line()
        contract = line.upgrade_contract_id
        refusal = (
            self._get_upgrade_shape_refusal(line, sold)
            or self._get_upgrade_holder_refusal(contract)
            or contract._get_upgrade_refusal()
            or self._get_upgrade_price_refusal(line)
        )
        if refusal:
            raise GrantRefused(refusal)

    def _get_upgrade_plan_line(self):
        """Return the lines that sell a plan on this ticket; one, if all is well."""
        return self.lines.filtered(
            lambda line: (
                line.product_id.is_membership_plan
                and line.qty > 0
                and not line.contract_id
                and not line.refunded_orderline_id
            )
        )

    def _get_upgrade_shape_refusal(self, line, sold):
        product = line.upgrade_contract_id[:1].plan_id.product_tmpl_id
        is_one = len(line) == 1 and line.qty == -1 and len(sold) == 1
        if not is_one or sold.qty != 1 or sold.plan_amount_due:
            return self.env._(
                "An upgrade is one contract into one plan, paid in full, on a ticket "
                "of its own."
            )
        plan = sold.product_id.product_tmpl_id.plan_ids[:1]
        if line.product_id.product_tmpl_id != product or not plan._takes_upgrades():
            return self.env._("“%s” takes no upgrade.", sold.full_product_name)
        return ""

    def _get_upgrade_holder_refusal(self, contract):
        if contract.company_id != self.company_id:
            return self.env._("This contract is of another company.")
        if not self.partner_id or contract.partner_id != self.partner_id:
            return self.env._("This contract is of another member.")
        return ""

    def _get_upgrade_price_refusal(self, line):
        contract = line.upgrade_contract_id
        credit = contract._get_upgrade_credit()
        total = line._compute_amount_line_all()["price_subtotal_incl"]
        if self.currency_id.compare_amounts(credit, abs(total)):
            return self.env._(
                "The card has changed: %(left)s is left of %(contract)s, not "
                "%(total)s. Remove the upgrade and add it again.",
                left=self.currency_id.format(credit),
                contract=contract.name,
                total=self.currency_id.format(abs(total)),
            )
        return ""

    def _settle_plan_lines(self, plan_lines, amounts):
        """The rest leaves the old contract first, then the plan is granted."""
        lines = self._get_upgrade_lines()
        back = plan_lines.filtered(
            lambda line: line.refunded_orderline_id.upgrade_contract_id
        )
        operation = self._take_rest(lines, amounts) if lines else None
        self._ensure_refunded_together(plan_lines, back)
        res = super()._settle_plan_lines(plan_lines - lines - back, amounts)
        for line in back:
            self._give_rest_back(line, amounts)
        if operation:
            operation.new_contract_id = self.env["beauty.contract"].search(
                [("pos_order_line_id", "=", self._get_upgrade_plan_line().id)]
            )
        return res

    def _take_rest(self, line, amounts):
        """Close the old contract for its bigger plan.

        :return: beauty.operation of the upgrade
        """
        contract = line.upgrade_contract_id
        money = sum(contract.entitlement_ids.mapped("amount_remaining"))
        self._settle_cents(line, -money, amounts)
        sold = self._get_upgrade_plan_line()
        self._ensure_bigger(amounts[sold][1], -amounts[line][1])
        operation = self.env["beauty.operation"]._make_upgrade(contract, self)
        operation._move_rest(line)
        return operation

    def _ensure_bigger(self, price, credit):
        """What is left buys no cash: neither now nor with stored value on top."""
        prepaid = self.payment_ids.filtered("payment_method_id.is_prepaid")
        compare = self.currency_id.compare_amounts
        is_dearer = compare(price, credit) >= 0
        if is_dearer and compare(sum(prepaid.mapped("amount")), self.amount_total) <= 0:
            return
        raise GrantRefused(
            self.env._(
                "%(credit)s is left: choose a plan that costs as much or more, and pay "
                "the difference only. A refund gives money back.",
                credit=self.currency_id.format(credit),
            )
        )

    # Refunds

    def _ensure_refunded_together(self, plan_lines, back):
        """The plan comes back with the rest that paid it, or not at all."""
        refunded = plan_lines.filtered(lambda line: line.qty < 0).refunded_orderline_id
        upgraded = refunded.filtered(
            lambda line: (
                line.order_id._get_upgrade_lines()
                and line == line.order_id._get_upgrade_plan_line()
            )
        )
        if upgraded.order_id != back.refunded_orderline_id.order_id:
            raise GrantRefused(
                self.env._(
                    "This plan was paid with the rest of another one. Take back both "
                    "lines of the ticket: the old contract goes on then."
                )
            )

    def _give_rest_back(self, line, amounts):
        original = line.refunded_orderline_id
        operation = self.env["beauty.operation"].search(
            [
                ("pos_order_id", "=", original.order_id.id),
                ("kind", "=", "upgrade"),
                ("state", "=", "done"),
                ("reversed_operation_id", "=", False),
            ]
        )
        if len(operation) != 1 or line.qty != 1:
            raise GrantRefused(self.env._("This upgrade was taken back already."))
        self._settle_cents(line, operation.amount, amounts)
        total = -original.price_subtotal_incl
        if self.currency_id.compare_amounts(amounts[line][1], total):
            raise GrantRefused(self.env._("The rest goes back as it was taken."))
        operation._reverse_at_till(line)

    def _refund(self):
        """A return takes the rest of the old contract back as well."""
        refunds = super()._refund()
        lots = self.env["pos.pack.operation.lot"]
        for order, refund in zip(self, refunds, strict=True):
            for line in order._get_upgrade_lines().filtered(
                lambda line: not line.refunded_qty
            ):
                back = line.copy(line._prepare_refund_data(refund, lots))
                back.update(back._compute_amount_line_all())
            refund._compute_prices()
        return refunds
