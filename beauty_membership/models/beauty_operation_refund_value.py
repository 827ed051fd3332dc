# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, api, fields, models


class BeautyOperation(models.Model):
    """A refund that goes back to stored value: a new contract, without gifts."""

    _inherit = "beauty.operation"

    value_plan_id = fields.Many2one(
        comodel_name="beauty.plan",
        string="New Balance",
        ondelete="restrict",
        compute="_compute_value_plan_id",
        store=True,
        readonly=False,
        check_company=True,
        domain="[('company_id', '=', company_id), ('line_ids.kind', '=', 'value'), "
        "('tax_point', '=', 'redemption'), ('is_gift_card', '=', False)]",
        help="The balance has the terms of this plan, and none of its gifts.",
    )

    @api.depends("kind", "contract_id")
    def _compute_value_plan_id(self):
        """Propose the balance that paid for the contract, or the first of the house."""
        for operation in self._get_open_refunds():
            payments = operation._get_payments()
            paid = self.env["beauty.entry"].sudo()
            paid = paid.search([("pos_payment_id", "in", payments.ids)])
            plans = paid.contract_id.plan_id or self._search_value_plan(operation)
            operation.value_plan_id = operation.value_plan_id or plans[:1]

    @api.model
    def _search_value_plan(self, operation):
        return self.env["beauty.plan"].search(
            [
                ("company_id", "=", operation.contract_id.company_id.id),
                ("line_ids.kind", "=", "value"),
                ("tax_point", "=", "redemption"),
                ("is_gift_card", "=", False),
            ],
            limit=1,
        )

    def _prepare_value_entry(self):
        """Make the new balance, still empty; return the entry that fills it."""
        # sudo: contracts and holdings are made by tickets and operations only
        operation = self.sudo()
        contract = operation.env["beauty.contract"].create(
            operation._prepare_contract_vals(self.value_plan_id, self.refund_amount)
        )
        operation.new_contract_id = contract
        holding = operation.env["beauty.entitlement"].create(
            operation._prepare_value_holding_vals(contract)
        )
        return {
            "entitlement_id": holding.id,
            "movement": "grant",
            "quantity": self.refund_amount,
            "amount": self.refund_amount,
        }

    def _prepare_value_holding_vals(self, contract):
        principal = self.value_plan_id._get_principal_lines()[:1]
        return {
            "contract_id": contract.id,
            "partner_id": contract.partner_id.id,
            "company_id": contract.company_id.id,
            "currency_id": contract.currency_id.id,
            "kind": "value",
            "product_ids": [Command.set(principal.product_ids.ids)],
            "quantity": self.refund_amount,
            "amount": self.refund_amount,
            "list_price": 1.0,
            "date_expiry": contract.date_end,
        }
