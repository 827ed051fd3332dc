# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError
from ..rules.refund import calculate

CAUSES = [
    ("salon", "The Salon"),
    ("member", "The Member"),
    ("cooling", "Cooling-off"),
]
TENDERS = [
    ("till", "At the Till"),
    ("bank", "Bank Transfer"),
    ("value", "Stored Value"),
]
# Worked out here; no client writes them.
WORKED_OUT = {
    "policy_amount",
    "base_amount",
    "interest_amount",
    "taken_amount",
    "refund_rows",
}


class BeautyOperation(models.Model):
    """Refund: money back for what is left of a contract, or for a part of it.

    The contract's own terms say how much, by cause. Another amount needs a reason
    and another person. Each amount includes taxes.
    """

    _inherit = "beauty.operation"

    kind = fields.Selection(
        selection_add=[("refund", "Refund")], ondelete={"refund": "cascade"}
    )
    cause = fields.Selection(
        selection=CAUSES,
        compute="_compute_cause",
        store=True,
        readonly=False,
        help="Who is the cause. Within the cooling-off days none is needed.",
    )
    had_before = fields.Boolean(
        string="Had It Received Before",
        compute="_compute_had_before",
        store=True,
        readonly=False,
        help="The member had one of these services before she bought the contract.",
    )
    date_ended = fields.Date(
        string="Ended on",
        compute="_compute_date_ended",
        store=True,
        readonly=False,
        help="The day the contract was ended: interest runs from it.",
    )
    tender = fields.Selection(
        selection=TENDERS,
        string="Paid Back",
        compute="_compute_tender",
        store=True,
        readonly=False,
        help="At the till: a cashier pays it out with a ticket, in cash or by the "
        "means it was paid with. Bank transfer: a payment to register. Stored value: "
        "a new balance.",
    )
    paid_with = fields.Char(
        compute="_compute_paid_with", help="The means the contract was paid with."
    )
    policy_amount = fields.Monetary(
        string="By the Policy",
        compute="_compute_refund",
        store=True,
        help="What the terms of the contract give back, fee and interest included.",
    )
    refund_amount = fields.Monetary(
        string="To Give Back",
        compute="_compute_refund_amount",
        store=True,
        readonly=False,
        tracking=True,
        help="Another amount than the policy's needs a reason and another manager.",
    )
    base_amount = fields.Monetary(
        string="Before Fee and Interest", compute="_compute_refund", store=True
    )
    interest_amount = fields.Monetary(
        string="Interest", compute="_compute_refund", store=True
    )
    taken_amount = fields.Monetary(
        string="Taken by the List Price",
        compute="_compute_refund",
        store=True,
        help="What the contract's price would give back above it.",
    )
    refund_rows = fields.Json(
        compute="_compute_refund",
        store=True,
        help="Rows of the calculation: key, cents, units, cents of one, holding.",
    )

    @api.depends("kind", "contract_id", "had_before", "date")
    def _compute_cause(self):
        for operation in self._get_open_refunds():
            contract = operation.contract_id._origin
            free = contract._is_cooling_off(operation.date, operation.had_before)
            if not operation.cause or (operation.cause == "cooling") != free:
                operation.cause = "cooling" if free else "member"

    @api.depends("kind", "contract_id")
    def _compute_had_before(self):
        for operation in self._get_open_refunds():
            operation.had_before = operation.contract_id._origin._had_before()

    @api.depends("kind", "date")
    def _compute_date_ended(self):
        for operation in self._get_open_refunds():
            operation.date_ended = operation.date_ended or operation.date

    @api.depends("kind", "contract_id")
    def _compute_tender(self):
        """The means it was paid with come first."""
        for operation in self._get_open_refunds():
            methods = operation._get_payments().payment_method_id
            is_value = methods and all(method.is_prepaid for method in methods)
            operation.tender = "value" if is_value else "till" if methods else "bank"

    @api.depends("contract_id")
    def _compute_paid_with(self):
        for operation in self:
            payments = operation._get_payments()
            by_method = payments.grouped("payment_method_id")
            # a ticket that sold other things too says by what, not how much
            total, paid = (
                sum(payments.mapped("amount")),
                operation.contract_id.amount_paid,
            )
            is_alone = operation.currency_id.compare_amounts(total, paid) == 0
            operation.paid_with = ", ".join(
                f"{method.name} {operation._format_paid(own)}"
                if is_alone
                else method.name
                for method, own in by_method.items()
            )

    @api.depends(
        "kind",
        "contract_id",
        "date",
        "date_ended",
        "cause",
        "line_ids.entitlement_id",
        "line_ids.quantity",
    )
    def _compute_refund(self):
        for operation in self:
            if operation.state == "draft" and operation._has_case():
                operation.update(operation._prepare_refund_vals())
            else:
                # stays as it was agreed
                operation.update({name: operation[name] for name in WORKED_OUT})

    @api.depends("policy_amount")
    def _compute_refund_amount(self):
        for operation in self:
            if operation.state == "draft":
                operation.refund_amount = operation.policy_amount
            else:
                operation.refund_amount = operation.refund_amount

    @api.depends("refund_amount", "refund_rows", "reason")
    def _compute_calculation(self):
        return super()._compute_calculation()

    def _get_open_refunds(self):
        return self.filtered(
            lambda o: o.kind == "refund" and o.contract_id and o.state == "draft"
        )

    def _has_case(self):
        return self.kind == "refund" and bool(self.contract_id and self.cause)

    def _ensure_client_vals(self, vals):
        """What the terms give back is worked out here, never sent."""
        res = super()._ensure_client_vals(vals)
        if not self.env.su and WORKED_OUT & set(vals):
            raise MembershipError(
                self.env._("The policy's amount is worked out; change the other one.")
            )
        return res

    def _get_payments(self):
        """Return what the tickets that paid the contract took, without change.

        The prepaid tender counts where the contract itself was paid with it, not
        where the ticket used something else.
        """
        contract = self.contract_id._origin
        # sudo: a manager need not read tickets; only names and sums are shown
        lines = contract.sudo()._get_payment_lines()
        spent = self.env["beauty.entry"].sudo()
        spent = spent.search(
            [("pos_order_line_id", "in", lines.ids), ("movement", "=", "redeem")]
        )
        return lines.order_id.payment_ids.filtered(
            lambda p: (
                not p.is_change
                and (not p.payment_method_id.is_prepaid or p in spent.pos_payment_id)
            )
        )

    def _format_paid(self, payments):
        return self.currency_id.format(sum(payments.mapped("amount")))

    # The rule

    def _get_leaving(self):
        """Return what the refund takes: {holding: (units, book value)}."""
        return {
            line.entitlement_id._origin: (line.quantity, line.amount)
            for line in self.line_ids
        }

    def _work_out(self):
        """Return the refund by the terms of the contract, as it is now.

        :return: rules.refund.Refund
        """
        contract = self.contract_id._origin
        days = max((self.date - (self.date_ended or self.date)).days, 0)
        case = contract._get_refund_case(self._get_leaving(), days)
        return calculate(case, contract._get_refund_terms(self.cause))

    def _prepare_refund_vals(self):
        refund = self._work_out()
        money = self.contract_id._from_cents
        leaving = self.contract_id._to_cents(self._get_leaving_gross())
        return {
            "policy_amount": money(refund.amount),
            "base_amount": money(refund.base),
            "fee_amount": money(refund.fee),
            "interest_amount": money(refund.interest),
            "taken_amount": money(max(0, leaving - refund.base)),
            "refund_rows": [
                {
                    "key": row.key,
                    "amount": row.amount,
                    **({"use": row.use._asdict()} if row.use else {}),
                }
                for row in refund.rows
            ],
        }

    def _get_leaving_gross(self):
        """Return the book value that leaves, with the taxes its sale was due."""
        book = sum(self.line_ids.mapped("amount"))
        contract = self.contract_id._origin
        return contract._from_cents(contract._get_gross(book))
