# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from .beauty_expiry_terms import EXPIRY_TERMS


class BeautyPolicy(models.Model):
    """What lapses after the last day and the days of grace."""

    _name = "beauty.policy"
    _inherit = ["beauty.policy", "beauty.expiry.terms.mixin"]

    def _prepare_contract_vals(self):
        # a plan without a policy is sold under the defaults
        terms = self[:1] or self.new({})
        return {
            **super()._prepare_contract_vals(),
            **{name: terms[name] for name in EXPIRY_TERMS},
        }
