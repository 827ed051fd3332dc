# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError


class BeautyOperation(models.Model):
    """Upgrade: what is left of a contract goes into a bigger plan.

    A till sells the plan and takes the difference; without one, a manager does it
    from the contract.
    """

    _inherit = "beauty.operation"

    kind = fields.Selection(
        selection_add=[("upgrade", "Upgrade")], ondelete={"upgrade": "cascade"}
    )
    to_plan_id = fields.Many2one(
        comodel_name="beauty.plan",
        string="Into the Plan",
        ondelete="restrict",
        check_company=True,
        help="It costs as much as is left. A dearer one is sold at the till, from the "
        "member's card: it takes the difference.",
    )

    @api.depends("to_plan_id")
    def _compute_calculation(self):
        return super()._compute_calculation()

    def _prepare_lines_upgrade(self):
        return self._prepare_lines_transfer()

    def _get_calculation_upgrade(self):
        contract = self.contract_id._origin
        credit = contract._get_upgrade_credit()
        left = {"label": self.env._("Left, taxes of the sale included")}
        rows = [{**left, "amount": credit, "note": contract._get_left_text()}]
        if self.to_plan_id:
            price = self.to_plan_id._get_gross_price()
            plan = {"label": self.to_plan_id.name, "amount": price, "note": ""}
            rest = {
                "label": self.env._("Difference"),
                "amount": self.currency_id.round(price - credit),
                "note": "",
                "is_total": True,
            }
            rows += [plan, rest]
        return rows

    def _ensure_possible_upgrade(self):
        contract, plan = self.contract_id, self.to_plan_id
        contract._ensure_can_upgrade()
        if not plan or not plan._takes_upgrades():
            raise MembershipError(self.env._("Choose the plan that it goes into."))
        if sum(self.line_ids.mapped("quantity")) != sum(
            contract.entitlement_ids.mapped("remaining")
        ):
            raise MembershipError(self.env._("An upgrade takes all that is left."))
        credit, price = contract._get_upgrade_credit(), plan._get_gross_price()
        if self.currency_id.compare_amounts(credit, price):
            raise MembershipError(
                self.env._(
                    "%(plan)s costs %(price)s, %(credit)s is left. Upgrade at the "
                    "till, from the member's card: it takes the difference.",
                    plan=plan.name,
                    price=self.currency_id.format(price),
                    credit=self.currency_id.format(credit),
                )
            )
        if plan.tax_point != contract.tax_point:
            raise MembershipError(
                self.env._(
                    "The tax of %s is due at another time. Upgrade at the till.",
                    plan.name,
                )
            )

    def _prepare_entries_upgrade(self):
        # sudo: contracts and holdings are made by operations and tickets only
        operation = self.sudo()
        lines = operation.line_ids.filtered("quantity")
        contract = operation._make_upgraded_contract()
        operation.new_contract_id = contract
        shares = contract.plan_id._allocate_price(sum(lines.mapped("amount")))
        vals_list = operation._prepare_rest_entries()
        for plan_line, share in shares.items():
            holding = contract.entitlement_ids.create(
                contract._prepare_entitlement_vals(plan_line, share)
            )
            vals_list.append(
                {
                    "entitlement_id": holding.id,
                    "movement": "transfer_in",
                    "quantity": holding.quantity,
                    "amount": holding.amount,
                }
            )
        return vals_list

    def _prepare_rest_entries(self):
        """Return the entries that empty the old contract."""
        return [
            {
                "entitlement_id": holding.id,
                "movement": "transfer_out",
                "quantity": -holding.remaining,
                "amount": -holding.amount_remaining,
            }
            for holding in self.contract_id.entitlement_ids
            if holding.remaining or holding.amount_remaining
        ]

    def _make_upgraded_contract(self):
        old, plan = self.contract_id, self.to_plan_id
        silent = old.with_context(mail_create_nosubscribe=True, mail_create_nolog=True)
        return silent.create(self._prepare_contract_vals(plan, plan._get_gross_price()))

    def _finish_upgrade(self):
        # sudo: contracts are closed by operations only
        contract = self.contract_id.sudo()
        contract.state = "closed"
        self.env["pos.order"]._notify_member_changed(contract.partner_id)

    def _ensure_reversible_upgrade(self):
        if self.pos_order_id:
            raise MembershipError(
                self.env._(
                    "A till took the difference. Return the ticket %s instead.",
                    self.pos_order_id.name,
                )
            )

    def _undo_finish_upgrade(self):
        # sudo: see _finish_upgrade
        self.new_contract_id.sudo().state = "closed"
        self.contract_id.sudo().state = "active"
        self.env["pos.order"]._notify_member_changed(self.contract_id.partner_id)
