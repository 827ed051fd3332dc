# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..exceptions import MembershipError


class BeautyOperation(models.Model):
    """What a refund needs, whom it asks, and what it does to the contract."""

    _inherit = "beauty.operation"

    state = fields.Selection(
        selection_add=[("to_pay", "To Pay Out"), ("done",)],
        ondelete={"to_pay": "set default"},
    )

    def _prepare_lines_refund(self):
        """Propose all that is left: money without units, too."""
        holdings = self.contract_id._origin.entitlement_ids
        return [
            {"entitlement_id": holding.id, "quantity": holding.remaining}
            for holding in holdings
            if holding.kind != "points"
            and (holding.remaining > 0 or holding.amount_remaining)
        ]

    def _ensure_possible_refund(self):
        """:raises MembershipError: says what is missing"""
        self.contract_id._release_gone_days()
        for line in self.line_ids:
            line._ensure_left()
        refusal = self._get_refund_refusal()
        if refusal:
            raise MembershipError(refusal)

    def _get_refund_refusal(self):
        """Say why it cannot be refunded like this, or nothing."""
        contract = self.contract_id
        if any(line.amount < 0 for line in self.line_ids):
            return self.env._(
                "More of %s was used than is paid. Collect the arrears at the till.",
                contract.name,
            )
        if contract.move_line_id and contract.amount_due:
            return self.env._(
                "The invoice of %s is not paid. Credit its unpaid part first.",
                contract.name,
            )
        if not any(line.quantity or line.amount for line in self.line_ids):
            return self.env._("Nothing is left of %s.", contract.name)
        if not self._takes_all() and contract.entitlement_ids.filtered("is_part_paid"):
            return self.env._(
                "%s was paid in parts: it is refunded whole.", contract.name
            )
        if not self._is_fresh():
            return self.env._(
                "%s has changed since this was worked out. Cancel it and start anew.",
                contract.name,
            )
        return self._get_terms_refusal() or self._get_amount_refusal()

    def _is_fresh(self):
        """Whether the terms give today what was shown."""
        vals = self._prepare_refund_vals()
        return all(
            self.currency_id.compare_amounts(self[name], vals[name]) == 0
            for name in ("policy_amount", "base_amount", "fee_amount")
        )

    def _get_terms_refusal(self):
        contract = self.contract_id
        if self.cause == "cooling" and not contract._is_cooling_off(
            self.date, self.had_before
        ):
            return self.env._("The cooling-off days of %s are over.", contract.name)
        if self.tender == "bank" and not contract._get_payee():
            return self.env._("Nobody is known who could be paid by bank.")
        if self.tender == "value" and not (self.value_plan_id and self.partner_id):
            return self.env._("Choose the plan of the new balance.")
        return ""

    def _get_amount_refusal(self):
        compare = self.currency_id.compare_amounts
        most = self.contract_id._get_refundable() + self.interest_amount
        if compare(self.refund_amount, 0) < 0 or compare(self.refund_amount, most) > 0:
            return self.env._(
                "A refund is between 0 and %(most)s, what was paid and not given back.",
                most=self.currency_id.format(most),
            )
        if not self._is_by_policy() and not (self.reason or "").strip():
            return self.env._("Say why it differs from the policy.")
        return ""

    def _needs_approval_refund(self):
        """Another amount than the policy's needs another person."""
        return not self._is_by_policy()

    def _takes_all(self):
        """Whether nothing of the contract stays."""
        self.ensure_one()
        leaving = self._get_leaving()
        return all(
            leaving.get(holding, (0.0, 0.0))[0] == holding.remaining
            for holding in self.contract_id.entitlement_ids
            if holding.kind != "points"
        )

    # Paid out at a till

    def _execute(self):
        """A refund that a till pays waits for its ticket."""
        self.ensure_one()
        if self.kind == "refund" and self.tender == "till" and not self.pos_order_id:
            if self.state != "to_pay":
                self._set_state("to_pay")
            return None
        return super()._execute()

    def action_cancel(self):
        """What waits for a till can be dropped as well."""
        waiting = self.filtered(lambda o: o.state == "to_pay")
        for operation in waiting:
            operation._ensure_manager()
            operation._set_state("cancelled")
        return super(BeautyOperation, self - waiting).action_cancel()

    # Entries, and what follows

    def _prepare_entries_refund(self):
        vals_list = [
            {
                "entitlement_id": line.entitlement_id.id,
                "movement": "refund",
                "quantity": -line.quantity,
                "amount": -line.amount,
            }
            for line in self.line_ids
            if line.quantity or line.amount
        ]
        if self.tender == "value" and self.refund_amount:
            vals_list.append(self._prepare_value_entry())
        return vals_list

    def _finish_refund(self):
        # sudo: contracts, points and shares move by tickets and operations only
        operation = self.sudo()
        contract = operation.contract_id
        contract.entitlement_ids.invalidate_recordset(["remaining", "amount_remaining"])
        if all(
            not holding.remaining and not holding.amount_remaining
            for holding in contract.entitlement_ids
            if holding.kind != "points"
        ):
            contract.state = "closed"
            contract.bonus_ids._drop_unused_coupons()
        operation._take_back_earned()
        self.env["pos.order"]._notify_member_changed(contract.partner_id)

    def _ensure_reversible_refund(self):
        """:raises MembershipError: for money that a till paid out"""
        if self.pos_order_id:
            raise MembershipError(
                self.env._(
                    "It was paid out with %s. Sell the plan anew instead.",
                    self.pos_order_id.name,
                )
            )

    def _undo_finish_refund(self):
        # sudo: see _finish_refund
        operation = self.sudo()
        if operation.contract_id.state == "closed":
            operation.contract_id.state = "active"
        operation.new_contract_id.state = "closed"
        operation._give_back_earned()
        self.env["pos.order"]._notify_member_changed(operation.partner_id)
