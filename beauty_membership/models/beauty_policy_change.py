# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from .beauty_change_terms import CHANGE_TERMS


class BeautyPolicy(models.Model):
    """What may be changed after the sale, and what needs a second person."""

    _name = "beauty.policy"
    _inherit = ["beauty.policy", "beauty.change.terms.mixin"]

    def _prepare_contract_vals(self):
        # a plan without a policy is sold under the defaults
        terms = self[:1] or self.new({})
        return {
            **super()._prepare_contract_vals(),
            **{name: terms[name] for name in CHANGE_TERMS},
        }
