# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict

from odoo import api, models

from ..exceptions import MembershipError
from .pos_order_line import POS_ID_FIELDS


class PosSession(models.Model):
    """What a register loads, and what its closing posts for members."""

    _inherit = "pos.session"

    @api.model_create_multi
    def create(self, vals_list):
        """A register that opens gets the prepaid tender; an open one cannot."""
        configs = self.env["pos.config"].browse(
            vals["config_id"] for vals in vals_list if vals.get("config_id")
        )
        configs._attach_prepaid_method()
        return super().create(vals_list)

    # Loading

    @api.model
    def _load_pos_data_models(self, config):
        return [
            *super()._load_pos_data_models(config),
            "beauty.plan",
            "beauty.plan.line",
            "beauty.plan.step",
            "beauty.tier",
            "beauty.reward",
            "hr.employee.public",
        ]

    @api.model
    def _load_pos_data_relations(self, model, fields):
        """The till has no rows for these links: it keeps their ids as numbers."""
        relations = super()._load_pos_data_relations(model, fields)
        if model == "pos.order.line":
            for name in relations.keys() & POS_ID_FIELDS:
                relations[name] = {
                    "name": name,
                    "type": "integer",
                    "compute": False,
                    "related": False,
                }
        return relations

    @api.model
    def _ensure_no_open_session(self):
        if self.sudo().search_count([("state", "!=", "closed")], limit=1):
            raise MembershipError(
                self.env._("Close every register before you uninstall memberships.")
            )

    @api.model
    def _ensure_can_use_register(self, config_id, company):
        """Refuse a register that is not the user's or of another company."""
        if not config_id:
            return
        config = self.env["pos.config"].browse(config_id)
        config.check_access("read")
        if config.company_id != company:
            raise MembershipError(self.env._("This register is of another company."))

    # Closing

    def _accumulate_amounts(self, data):
        """Add what each member used and what she was given back, apart."""
        data = super()._accumulate_amounts(data)
        prepaid = defaultdict(lambda: {"amount": 0.0, "amount_converted": 0.0})
        for order, partner, amount in self._get_prepaid_amounts():
            key = (partner, amount > 0)
            prepaid[key] = self._update_amounts(
                prepaid[key], {"amount": amount}, order.date_order
            )
        data["prepaid"] = prepaid
        return data

    def _get_prepaid_amounts(self):
        """Return what tickets moved by the tender, also where one payment nets it.

        :return: list of (pos.order, commercial res.partner who held it, money): uses
            positive, given back negative
        """
        paid = defaultdict(float)
        for payment in self._get_closed_orders().payment_ids:
            if payment.payment_method_id.is_prepaid:
                paid[payment.pos_order_id.id] += payment.amount
        moved = self._get_moved_amounts()
        amounts = []
        for order in self.env["pos.order"].browse(dict.fromkeys([*paid, *moved])):
            parts, total = moved.get(order.id, {}), paid[order.id]
            if self.currency_id.compare_amounts(sum(parts.values()), total):
                # the payments are what the members were charged: they win
                parts = {(order.partner_id.commercial_partner_id.id, True): total}
            amounts += [
                (order, self.env["res.partner"].browse(partner_id or []), amount)
                for (partner_id, _is_use), amount in parts.items()
                if not self.currency_id.is_zero(amount)
            ]
        return amounts

    def _create_pay_later_receivable_lines(self, data):
        """Debit the liability of each member for what she used."""
        data = super()._create_pay_later_receivable_lines(data)
        vals_list = [
            self._get_prepaid_vals(partner, is_use, amounts)
            for (partner, is_use), amounts in data["prepaid"].items()
        ]
        lines = data["MoveLine"].create(vals_list)
        data["prepaid_lines"] = dict(zip(data["prepaid"], lines, strict=True))
        return data

    def _get_prepaid_vals(self, partner, is_use, amounts):
        name = self.env._("Prepaid services") if is_use else self.env._("Given back")
        vals = {
            "account_id": self.company_id.beauty_liability_account_id.id,
            "move_id": self.move_id.id,
            "partner_id": partner.id,
            "name": f"{self.name} - {name}",
        }
        return self._debit_amounts(vals, amounts["amount"], amounts["amount_converted"])

    def _get_sale_key(self, base_line):
        """Credits of the liability are posted for each member."""
        key = super()._get_sale_key(base_line)
        liability = self.company_id.beauty_liability_account_id
        if liability and key["account_id"] == liability.id:
            key["partner_id"] = base_line["record"]._get_booking_partner().id
        return key

    def _get_sale_vals(self, key, sale_vals):
        vals = super()._get_sale_vals(key, sale_vals)
        if "partner_id" in key:
            vals["partner_id"] = key["partner_id"]
        return vals

    def _create_account_move(self, *args, **kwargs):
        """Link the ledger to the journal items and quarantine what differs."""
        data = super()._create_account_move(*args, **kwargs)
        if self.company_id.beauty_liability_account_id:
            self._link_entries(data)
        return data

    def _validate_session(self, *args, **kwargs):
        res = super()._validate_session(*args, **kwargs)
        if self.state == "closed" and self.company_id.beauty_liability_account_id:
            # sudo: whoever closes the register need not be an accountant
            self.sudo()._quarantine_differences()
        return res
