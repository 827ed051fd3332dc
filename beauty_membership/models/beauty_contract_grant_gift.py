# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyContract(models.Model):
    """What a gift card adds to taking a contract back."""

    _inherit = "beauty.contract"

    def _is_untouched(self):
        """A gift that somebody claimed is hers; its buyer cannot return it."""
        return super()._is_untouched() and not self.claimed_on
