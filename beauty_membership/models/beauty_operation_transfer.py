# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..exceptions import MembershipError


class BeautyOperation(models.Model):
    """Transfer: what is left of a contract, or a part, goes to another member."""

    _inherit = "beauty.operation"

    kind = fields.Selection(
        selection_add=[("transfer", "Transfer")], ondelete={"transfer": "cascade"}
    )
    new_contract_id = fields.Many2one(
        comodel_name="beauty.contract",
        string="New Contract",
        ondelete="restrict",
        readonly=True,
        copy=False,
        index="btree_not_null",
        help="The contract that it made, with the terms of the old one.",
    )

    def _prepare_lines_transfer(self):
        return [
            {"entitlement_id": holding.id, "quantity": holding.remaining}
            for holding in self.contract_id.entitlement_ids
            if holding.remaining > 0
        ]

    def _ensure_possible_transfer(self):
        self._ensure_has_lines()
        if not self.to_partner_id:
            raise MembershipError(self.env._("Choose the member who gets it."))
        if self.to_partner_id == self.contract_id.partner_id:
            raise MembershipError(self.env._("She has it already."))
        if self.contract_id.amount_due:
            raise MembershipError(
                self.env._(
                    "%s is not paid yet. Collect the arrears at the till first.",
                    self.contract_id.name,
                )
            )

    def _ensure_has_lines(self):
        if not any(line.quantity > 0 for line in self.line_ids):
            raise MembershipError(self.env._("There is nothing left to move."))

    def _prepare_entries_transfer(self):
        # sudo: contracts and holdings are made by operations and tickets only
        operation = self.sudo()
        lines = operation.line_ids.filtered(lambda line: line.quantity > 0)
        contract = operation._make_transfer_contract(lines)
        operation.new_contract_id = contract
        vals_list = []
        for line in lines:
            new = operation._make_transfer_holding(line, contract)
            vals_list += [
                {
                    "entitlement_id": line.entitlement_id.id,
                    "movement": "transfer_out",
                    "quantity": -line.quantity,
                    "amount": -line.amount,
                },
                {
                    "entitlement_id": new.id,
                    "movement": "transfer_in",
                    "quantity": line.quantity,
                    "amount": line.amount,
                },
            ]
        return vals_list

    def _make_transfer_contract(self, lines):
        """Return the new member's contract: the same terms, what moves as its price."""
        old = self.contract_id
        self.to_partner_id.action_make_member()
        amount = sum(lines.mapped("amount"))
        (vals,) = old.copy_data(
            {
                "name": self.env["ir.sequence"].next_by_code("beauty.contract"),
                "partner_id": self.to_partner_id.id,
                "state": "active",
                "price_total": amount,
                "amount_paid": amount,
                "pos_order_line_id": False,
                "move_line_id": False,
                "activity_ids": False,
            }
        )
        return old.with_context(mail_create_nolog=True).create(vals)

    def _make_transfer_holding(self, line, contract):
        (vals,) = line.entitlement_id.copy_data(
            {
                "contract_id": contract.id,
                "partner_id": contract.partner_id.id,
                "quantity": line.quantity,
                "amount": line.amount,
            }
        )
        return line.entitlement_id.create(vals)

    def _finish_transfer(self):
        # sudo: contracts are closed by operations only
        contract = self.contract_id.sudo()
        if not any(contract.entitlement_ids.mapped("remaining")):
            contract.state = "closed"
        self.env["pos.order"]._notify_member_changed(
            contract.partner_id | self.to_partner_id
        )

    def _undo_finish_transfer(self):
        # sudo: see _finish_transfer
        self.new_contract_id.sudo().state = "closed"
        self.contract_id.sudo().state = "active"
        self.env["pos.order"]._notify_member_changed(
            self.contract_id.partner_id | self.to_partner_id
        )
