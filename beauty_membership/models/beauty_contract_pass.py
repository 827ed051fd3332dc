# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyContract(models.Model):
    """A pass sold: its days start with the sale or wait for the first visit."""

    _inherit = "beauty.contract"

    def _prepare_entitlement_vals(self, plan_line, amount):
        vals = super()._prepare_entitlement_vals(plan_line, amount)
        if plan_line.kind == "pass":
            last_start = vals["date_expiry"]
            vals.update(plan_line._prepare_pass_vals(self.date_start, last_start))
        return vals

    def _is_untouched(self):
        """A pass somebody came on is touched, though no day of it went by."""
        passes = self.entitlement_ids.filtered(lambda h: h.kind == "pass")
        return super()._is_untouched() and not any(
            holding._get_visit_days() for holding in passes
        )
