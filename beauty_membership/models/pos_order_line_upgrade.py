# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class PosOrderLine(models.Model):
    """A line that gives what is left of a contract for a bigger plan."""

    _inherit = "pos.order.line"

    upgrade_contract_id = fields.Many2one(
        comodel_name="beauty.contract",
        string="Upgrades",
        ondelete="restrict",
        index="btree_not_null",
        copy=False,
        help="What is left of this contract pays a part of the plan on the ticket.",
    )

    def _get_upgraded_contract(self):
        """Return the contract that the line takes, or gives back."""
        self.ensure_one()
        return (
            self.upgrade_contract_id or self.refunded_orderline_id.upgrade_contract_id
        )

    def _is_judged(self):
        """What is left of a contract has no list price."""
        return not self._get_upgraded_contract() and super()._is_judged()

    def _prepare_sale_performance_vals(self, amount):
        """What is left was sold before: it earns no second commission."""
        vals = super()._prepare_sale_performance_vals(amount)
        if self.product_id.is_membership_plan:
            back = self.order_id._get_upgrade_lines()
            vals["base_amount"] = self.currency_id.round(
                vals["base_amount"] - sum(back.mapped(self._get_moved_amount))
            )
        return vals

    def _get_moved_amount(self, line):
        """Return what a line takes off the liability, as money."""
        # sudo: whoever sells need not read the ledger
        entries = self.env["beauty.entry"].sudo()
        moved = entries.search([("pos_order_line_id", "=", line.id)])
        return -sum(moved.mapped("amount"))
