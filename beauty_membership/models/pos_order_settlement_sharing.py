# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class PosOrder(models.Model):
    """Uses of what another member holds: shared, or her own on this ticket."""

    _inherit = "pos.order"

    def _get_holder_refusal(self, line, holding, units):
        """Who comes uses her own, what is shared with her, or is the member's guest."""
        user, holder = line._get_user(), holding.partner_id
        if holding.company_id != self.company_id or not holder:
            return super()._get_holder_refusal(line, holding, units)
        if user == holder:
            return ""
        if holding.kind == "pass":
            return self.env._("A pass is personal: %s comes herself.", holder.name)
        return holding.contract_id._get_share_refusal(
            user,
            is_present=holder == self.partner_id,
            day=self._get_membership_date(),
            units=units,
            on_ticket=self._get_units_before(line, holding.contract_id),
        )

    def _get_units_before(self, line, contract):
        """Return the units of a contract that earlier lines take for the same user."""
        before = self.lines[: list(self.lines).index(line)]
        return sum(
            int(other.qty) * other.entitlement_id._get_units(other.product_id)
            for other in before
            if other.qty > 0
            and other.entitlement_id.contract_id == contract
            and other._get_user() == line._get_user()
        )

    def _prepare_redeem_vals(self, line, holding, value, payment):
        vals = super()._prepare_redeem_vals(line, holding, value, payment)
        user = line._get_user()
        return {
            **vals,
            "beneficiary_id": user.id if user != holding.partner_id else False,
        }

    def _prepare_restore_vals(self, line, entry, units, value, payment):
        vals = super()._prepare_restore_vals(line, entry, units, value, payment)
        return {**vals, "beneficiary_id": entry.beneficiary_id.id}

    def _get_moved_members(self):
        lines = self.lines | self.lines.refunded_orderline_id
        return super()._get_moved_members() | lines.entitlement_id.partner_id
