# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError
from ..rules.money import from_cents, to_cents
from ..rules.transfer import get_fee


class BeautyOperation(models.Model):
    """Transfer: what is left of a contract, or a part, goes to another member."""

    _inherit = "beauty.operation"

    kind = fields.Selection(
        selection_add=[("transfer", "Transfer")], ondelete={"transfer": "cascade"}
    )
    new_contract_id = fields.Many2one(
        comodel_name="beauty.contract",
        ondelete="restrict",
        readonly=True,
        copy=False,
        index="btree_not_null",
        help="The contract that it made.",
    )
    ended_share_ids = fields.Many2many(
        comodel_name="beauty.contract.share",
        string="Shares Ended",
        context={"active_test": False},
        readonly=True,
        copy=False,
        help="Partners who could use the old contract until then.",
    )
    transfer_fee = fields.Monetary(
        compute="_compute_transfer_fee",
        store=True,
        readonly=False,
        help="Taxes included, invoiced to who held the contract. Another fee than the "
        "terms ask for needs a second person.",
    )

    @api.depends("kind", "contract_id", "line_ids.amount")
    def _compute_transfer_fee(self):
        """The terms propose the fee; done, it stays as it was agreed."""
        for operation in self:
            fee = operation.transfer_fee
            if operation.state == "draft":
                is_transfer = operation.kind == "transfer"
                fee = operation._get_transfer_fee() if is_transfer else 0.0
            operation.transfer_fee = fee

    @api.depends("transfer_fee")
    def _compute_calculation(self):
        return super()._compute_calculation()

    def _get_transfer_fee(self):
        """Return the fee by the terms of the contract, taxes included."""
        contract = self.contract_id
        if contract.transfer != "fee":
            return 0.0
        digits = self.currency_id.decimal_places or 0
        cents = get_fee(
            to_cents(sum(self.line_ids.mapped("amount")), digits),
            round(contract.transfer_fee_percent * 100),
            to_cents(contract.transfer_fee_amount, digits),
        )
        return from_cents(cents, digits)

    def _prepare_lines_transfer(self):
        return [
            {"entitlement_id": holding.id, "quantity": holding.remaining}
            for holding in self.contract_id.entitlement_ids
            if holding.remaining > 0
        ]

    def _needs_approval_transfer(self):
        """Another fee than the terms ask for needs a second person."""
        fee = self._get_transfer_fee()
        return bool(self.currency_id.compare_amounts(fee, self.transfer_fee))

    def _get_calculation_transfer(self):
        rows = [
            {
                "label": line.entitlement_id.display_name,
                "amount": line.amount,
                "note": line.entitlement_id._format_units(line.quantity),
            }
            for line in self.line_ids
            if line.entitlement_id and line.quantity
        ]
        total = sum(row["amount"] for row in rows)
        label = self.env._("Moves, as the books carry it")
        rows.append({"label": label, "amount": total, "note": "", "is_total": True})
        if self.transfer_fee:
            rows.append(
                {
                    "label": self.env._("Fee"),
                    "amount": self.transfer_fee,
                    "note": self.env._("invoiced to %s", self.partner_id.name),
                }
            )
        return rows

    def _prepare_entries_transfer(self):
        # sudo: contracts and holdings are made by operations and tickets only
        operation = self.sudo()
        lines = operation.line_ids.filtered(lambda line: line.quantity > 0)
        contract = operation._make_transfer_contract(lines)
        operation.new_contract_id = contract
        vals_list = []
        for line in lines:
            new = operation._make_transfer_holding(line, contract)
            vals_list += operation._prepare_move_entries(line, new, line.amount)
        return vals_list

    def _make_transfer_contract(self, lines):
        """Return the new member's contract: the same terms, what moves as its price."""
        old = self.contract_id
        self.to_partner_id.action_make_member()
        gross = old._from_cents(old._get_gross(sum(lines.mapped("amount"))))
        (vals,) = old.copy_data(
            {
                "name": self.env["ir.sequence"].next_by_code("beauty.contract"),
                "partner_id": self.to_partner_id.id,
                "state": "active",
                "price_total": gross,
                "amount_paid": gross,
                "pos_order_line_id": False,
                "move_line_id": False,
                "activity_ids": False,
                # the card is hers now; what it gave its buyer stays with her
                "is_gift_card": False,
                "is_trial": False,
                "tier_id": False,
                "tier_change_id": False,
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
            self._end_shares()
            self._move_promised_gifts(contract, self.new_contract_id)
        self._collect_fee(self.transfer_fee)
        self._notify_both()

    def _end_shares(self):
        """Who could use the old contract cannot any more."""
        # sudo: see _finish_transfer
        shares = self.contract_id.sudo().share_ids.filtered("active")
        self.sudo().ended_share_ids = shares
        shares.active = False

    def _move_promised_gifts(self, old, new):
        """Gifts of a recharge that are still to come go with the whole of it."""
        # sudo: gifts belong to their contract
        old.sudo().bonus_ids.filtered(lambda b: not b.given_on).contract_id = new

    def _notify_both(self):
        partners = self.contract_id.partner_id | self.to_partner_id
        self.env["pos.order"]._notify_member_changed(partners)

    def _ensure_reversible_transfer(self):
        new = self.new_contract_id
        if new.state != "active":
            raise MembershipError(
                self.env._(
                    "%s is frozen or closed. Unfreeze it, or reverse what closed it "
                    "first.",
                    new.name,
                )
            )

    def _undo_finish_transfer(self):
        # sudo: see _finish_transfer
        self.new_contract_id.sudo().state = "closed"
        contract = self.contract_id.sudo()
        if contract.state == "closed":
            contract.state = "active"
        self._move_promised_gifts(self.new_contract_id, self.contract_id)
        self.sudo().ended_share_ids.active = True
        self._credit_fee()
        self._notify_both()
