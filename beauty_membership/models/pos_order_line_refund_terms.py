# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import float_round

from ..rules.money import to_cents
from .pos_order import PAID


class PosOrderLine(models.Model):
    """What the till has to know of a line before it refunds a part of it."""

    _inherit = "pos.order.line"

    @api.model
    @api.readonly
    def get_refund_terms(self, line_ids):
        """Say what paid lines took from their member's card, beside sessions.

        The till works out with it what a quantity brings back, as
        :func:`..rules.value_shares.give_back` does.

        :param line_ids: list of pos.order.line ids
        :return: {line id: dict: quantity and before (refunded so far), both in
            thousandths; amounts: cents of stored value that was paid for, one for
            each holding, none if it took points only}
        """
        lines = self.browse(line_ids)
        lines.check_access("read")
        # sudo: whoever may read the ticket may be told what its refund brings back
        lines = lines.sudo()
        taken = lines._fetch_taken_from_card()
        return {
            line.id: {**line._prepare_refund_terms(), **taken[line.id]}
            for line in lines
            if line.id in taken
        }

    def _fetch_taken_from_card(self):
        """Return what lines took. :return: {line id: dict: amounts}"""
        taken = {}
        entries = self.env["beauty.entry"].search(
            [
                ("pos_order_line_id", "in", self.ids),
                ("movement", "=", "redeem"),
                ("entitlement_id.kind", "in", ("value", "points")),
            ],
            order="id",
        )
        for entry in entries:
            row = taken.setdefault(entry.pos_order_line_id.id, {"amounts": []})
            if entry.entitlement_id.kind == "value":
                digits = entry.currency_id.decimal_places
                row["amounts"].append(to_cents(-entry.amount, digits))
        return taken

    def _prepare_refund_terms(self):
        self.ensure_one()
        back = self.refund_orderline_ids.filtered(
            lambda line: line.order_id.state in PAID
        )
        sold, before = (
            int(float_round(1000 * quantity, precision_digits=0))
            for quantity in (self.qty, -sum(back.mapped("qty")))
        )
        return {"quantity": sold, "before": before}
