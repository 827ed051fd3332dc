# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..exceptions import RedemptionRefused


class PosOrder(models.Model):
    """A visit on a pass: a line without a price that takes no days."""

    _inherit = "pos.order"

    def _redeem(self, lines, payment, amounts):
        """The first visit starts a pass that waits for it."""
        res = super()._redeem(lines, payment, amounts)
        lines.entitlement_id._start_pass(self._get_membership_date())
        return res

    def _give_back(self, lines, payment, amounts):
        res = super()._give_back(lines, payment, amounts)
        for holding in lines.refunded_orderline_id.entitlement_id:
            holding._unstart_pass()
        return res

    def _get_use_value(self, line, holding, total, left):
        if holding.kind != "pass":
            return super()._get_use_value(line, holding, total, left)
        if line.qty != 1 or not self.currency_id.is_zero(total):
            raise RedemptionRefused(
                self.env._(
                    "Each visit on a pass is a line of its own, of one and without a "
                    "price. Remove it and add it again."
                )
            )
        refusal = self._get_use_refusal(line, holding, 1, 1)
        refusal = refusal or self._get_visit_refusal(line, holding, left)
        if refusal:
            raise RedemptionRefused(refusal)
        return 0.0

    def _get_visit_refusal(self, line, holding, left):
        """Say which limit forbids the visit, those on the same ticket counted."""
        day = self._get_membership_date()
        visits = left.setdefault(holding, holding._get_visit_days())
        refusal = holding._get_limit_refusal(visits, day)
        visits.append(day)
        return refusal

    def _get_use_taxes(self, line, holding):
        """A visit has no price, so no taxes that anybody could choose."""
        if holding.kind == "pass":
            return line.tax_ids
        return super()._get_use_taxes(line, holding)

    def _prepare_redeem_vals(self, line, holding, value, payment):
        vals = super()._prepare_redeem_vals(line, holding, value, payment)
        if holding.kind == "pass":
            vals.update(quantity=0, list_amount=-line.product_id.lst_price)
        return vals

    def _prepare_restore_vals(self, line, entry, units, value, payment):
        vals = super()._prepare_restore_vals(line, entry, units, value, payment)
        if entry.entitlement_id.kind == "pass":
            vals.update(quantity=0, list_amount=-entry.list_amount)
        return vals
