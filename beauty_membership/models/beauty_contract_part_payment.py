# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from .beauty_policy import RELEASES


class BeautyContract(models.Model):
    """A contract paid in parts: what came in, what is due, what may be used."""

    _inherit = "beauty.contract"

    release = fields.Selection(
        selection=RELEASES,
        readonly=True,
        help="What the member may use before all is paid, as agreed at the sale.",
    )
    units_pending = fields.Float(
        string="Not Released",
        digits=(16, 0),
        compute="_compute_units_pending",
        help="Units that later payments, or a manager, release.",
    )

    @api.depends("entitlement_ids.remaining")
    def _compute_units_pending(self):
        pending = self.entitlement_ids._fetch_pending()
        for contract in self:
            rows = [pending[h].units for h in contract.entitlement_ids if h in pending]
            is_open = contract.state != "closed"
            contract.units_pending = sum(rows) if is_open else 0.0

    @api.model
    def _grant_line(self, line, amount, price_total):
        """A line paid in part grants the whole promise, and posts what is paid."""
        due = line._get_sale_amount_due()
        if not due:
            return super()._grant_line(line, amount, price_total)
        plan = self._get_sold_plan(line)
        plan._ensure_can_part_pay(price_total, due)
        contracts = super()._grant_line(
            line, amount + line._get_due_amount(), price_total + due
        )
        received = plan._split_evenly(price_total, len(contracts))
        shares = plan._split_evenly(amount, len(contracts))
        for index, contract in enumerate(contracts):
            contract._receive(
                received[index], shares[index], line, f"grant:{line.uuid}:{index}"
            )
        return contracts

    def _post_grant(self, holdings, key, line=None):
        """What a part-paid line grants is posted by its payments."""
        if line and line._get_sale_amount_due():
            return None
        return super()._post_grant(holdings, key, line)

    def _prepare_entitlement_vals(self, plan_line, amount):
        return {
            **super()._prepare_entitlement_vals(plan_line, amount),
            "is_part_paid": bool(self.pos_order_line_id.plan_amount_due),
        }

    def _receive(self, total, amount, line, key):
        """Book one payment of a part-paid contract.

        :param float total: what the member pays, taxes included
        :param float amount: what of it the line puts on the liability
        :param line: pos.order.line
        :param str key: retry key of the payment
        """
        self.ensure_one()
        self.amount_paid = self.currency_id.round(self.amount_paid + total)
        self.entitlement_ids.sorted("id")._post_part_payment(amount, self, line, key)

    def _get_unpaid_amount(self):
        """Return what the liability of the contract still lacks."""
        rows = self.entitlement_ids._fetch_pending().values()
        return self.currency_id.round(sum(row.money for row in rows))
