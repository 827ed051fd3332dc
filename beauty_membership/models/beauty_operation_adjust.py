# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..exceptions import MembershipError

DIRECTIONS = [("up", "Add"), ("down", "Take Off")]


class BeautyOperation(models.Model):
    """Adjust: a manager adds units or value to a contract, or takes some off.

    What the books carry for them is a cost or an income of the house. There is no
    tax in it: a tax due at the use becomes due when a service is performed, and
    none was; a tax due at the sale stays as it was paid, since no money moves.
    """

    _inherit = "beauty.operation"

    kind = fields.Selection(
        selection_add=[("adjust", "Adjust")], ondelete={"adjust": "cascade"}
    )
    direction = fields.Selection(
        selection=DIRECTIONS, default="up", help="What happens to the units below."
    )

    def _prepare_lines_adjust(self):
        """Propose the holdings, with nothing that changes."""
        return [
            {"entitlement_id": holding.id, "quantity": 0.0}
            for holding in self.contract_id.entitlement_ids
            if holding.kind in ("session", "value")
        ]

    def _is_adding(self):
        return self.kind == "adjust" and self.direction == "up"

    def _ensure_possible_adjust(self):
        self._ensure_not_frozen()
        refusal = self._get_adjust_refusal()
        if refusal:
            raise MembershipError(refusal)

    def _get_adjust_refusal(self):
        contract = self.contract_id
        lines = self.line_ids.filtered("quantity")
        if not lines:
            return self.env._("Say how many units are added or taken off.")
        if not self.direction:
            return self.env._("Say whether they are added or taken off.")
        if not (self.reason or "").strip():
            return self.env._("Give the reason: the member and the auditor read it.")
        if contract.amount_due or any(lines.entitlement_id.mapped("is_part_paid")):
            return self.env._(
                "%s is paid in parts. Release units, or collect the arrears, instead.",
                contract.name,
            )
        if any(holding.kind == "pass" for holding in lines.entitlement_id):
            return self.env._("Days of a pass are not adjusted: extend or freeze it.")
        return ""

    def _needs_approval_adjust(self):
        """Above the company's limit a second person decides."""
        worth = sum(self.line_ids.mapped("list_amount"))
        worth = max(worth, sum(self.line_ids.mapped("amount")))
        limit = self.company_id.beauty_adjust_limit
        return not limit or self.currency_id.compare_amounts(worth, limit) > 0

    def _get_calculation_adjust(self):
        sign = 1 if self._is_adding() else -1
        rows = [
            {
                "label": line.entitlement_id.display_name,
                "amount": sign * line.amount,
                "note": self.env._(
                    "%(units)s, %(left)s left afterwards",
                    units=line.entitlement_id._format_units(sign * line.quantity),
                    left=line.entitlement_id._format_units(
                        line.remaining + sign * line.quantity
                    ),
                ),
            }
            for line in self.line_ids
            if line.entitlement_id and line.quantity
        ]
        label = self.env._("Cost of the house") if sign > 0 else self.env._("Income")
        total = sum(abs(row["amount"]) for row in rows)
        return [*rows, {"label": label, "amount": total, "note": "", "is_total": True}]

    def _prepare_entries_adjust(self):
        sign = 1 if self._is_adding() else -1
        return [
            {
                "entitlement_id": line.entitlement_id.id,
                "movement": "adjust",
                "quantity": sign * line.quantity,
                "amount": sign * line.amount,
            }
            for line in self.line_ids
            if line.quantity
        ]

    def _prepare_counterparts_adjust(self):
        amount = sum(self.line_ids.mapped("amount"))
        if self.currency_id.is_zero(amount):
            return []
        sign = 1 if self._is_adding() else -1
        account = self.company_id._get_beauty_account("beauty_adjust_account_id")
        return [
            {
                "account_id": account.id,
                "name": f"{self.name} {self._get_title()}",
                "balance": self.currency_id.round(sign * amount),
            }
        ]

    def _finish_adjust(self):
        self.env["pos.order"]._notify_member_changed(self.contract_id.partner_id)

    def _undo_finish_adjust(self):
        self._finish_adjust()
