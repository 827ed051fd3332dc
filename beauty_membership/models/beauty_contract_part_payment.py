# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import GrantRefused, MembershipError
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

    def action_open_release_wizard(self):
        """Ask what may be used before it is paid: a manager decides."""
        self.ensure_one()
        self.env["beauty.plan"].check_access("write")
        holdings = self.entitlement_ids.filtered("is_part_paid")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Release Units"),
            "res_model": "beauty.release.wizard",
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "default_contract_id": self.id,
                "default_entitlement_id": holdings[:1].id,
            },
        }

    def _release(self, holding, units, reason, key):
        """Release units of a holding before they are paid.

        :param holding: beauty.entitlement of this contract
        :param int units: whole units
        :param str reason: why, kept on the entry
        :param str key: retry key
        :raises MembershipError: on more than is pending
        """
        self.ensure_one()
        self.env["beauty.plan"].check_access("write")
        pending = holding._get_pending().units
        if holding.contract_id != self or self.state not in ("active", "frozen"):
            raise MembershipError(
                self.env._("%s releases nothing more.", self.display_name)
            )
        if not 1 <= units <= pending:
            raise MembershipError(
                self.env._(
                    "Between 1 and %(pending)g of %(name)s can be released.",
                    pending=pending,
                    name=holding.display_name,
                )
            )
        holding._post_entry(
            [
                {
                    "entitlement_id": holding.id,
                    "movement": "adjust",
                    "quantity": units,
                    "amount": 0.0,
                    "idempotency_key": key,
                    "reason": reason,
                }
            ]
        )

    @api.model
    def _grant_line(self, line, amount, price_total):
        """A line paid in part grants the whole promise, and posts what is paid."""
        due = line.plan_amount_due
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
        if not (line and line.plan_amount_due):
            super()._post_grant(holdings, key, line)

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

    def _take_back_payment(self, line, total):
        """Give one later payment back: its money goes, and the units it released.

        :param line: pos.order.line of the refund
        :param float total: what the member gets, taxes included
        :return: money that leaves the liability
        :raises GrantRefused: if it was given back before or is used
        """
        self.ensure_one()
        entries = self._get_payment_entries(line)
        entries.entitlement_id._post_entry(
            [
                {
                    "entitlement_id": entry.entitlement_id.id,
                    "movement": "refund",
                    "quantity": -entry.quantity,
                    "amount": -entry.amount,
                    "idempotency_key": f"refund:{line.uuid}:{entry.id}",
                    "date": line.order_id._get_membership_date(),
                    "shop_id": line.order_id.config_id.beauty_shop_id.id,
                    "pos_order_line_id": line.id,
                    "reversed_entry_id": entry.id,
                }
                for entry in entries
            ]
        )
        self.amount_paid = self.currency_id.round(self.amount_paid - total)
        return sum(entries.mapped("amount"))

    def _get_payment_entries(self, line):
        """Return the entries of the payment that a refund line gives back."""
        Entry = self.env["beauty.entry"]
        paid = [("pos_order_line_id", "=", line.refunded_orderline_id.id)]
        entries = Entry.search([*paid, ("movement", "=", "grant")])
        if Entry.search_count([("reversed_entry_id", "in", entries.ids)], limit=1):
            raise GrantRefused(self.env._("This payment was given back already."))
        is_used = any(
            entry.entitlement_id.remaining < entry.quantity
            or entry.entitlement_id.amount_remaining < entry.amount
            for entry in entries
        )
        if not entries or is_used or self.state not in ("active", "frozen"):
            raise GrantRefused(
                self.env._(
                    "What this payment released of %(name)s was used. Undo the uses "
                    "first, or let a manager settle it from the contract.",
                    name=self.name,
                )
            )
        return entries
