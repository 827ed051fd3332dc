# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from .beauty_refund_terms import REFUND_TERMS


class BeautyPolicy(models.Model):
    """What comes back when a contract is ended before it is used up."""

    _name = "beauty.policy"
    _inherit = ["beauty.policy", "beauty.refund.terms.mixin"]

    def _prepare_contract_vals(self):
        # a plan without a policy is sold under the defaults
        terms = self[:1] or self.new({})
        return {
            **super()._prepare_contract_vals(),
            **{name: terms[name] for name in REFUND_TERMS},
        }
