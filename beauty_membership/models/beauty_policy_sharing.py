# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..rules.sharing import PRESENT
from .beauty_policy import SHARINGS


class BeautyPolicy(models.Model):
    """Who may use what a member bought, beside herself."""

    _inherit = "beauty.policy"

    sharing = fields.Selection(
        selection=SHARINGS,
        required=True,
        default=PRESENT,
        help="Named: those the contract names, up to their cap, also without the "
        "member. Guests: anybody else once, with the member present. A pass is "
        "always personal.",
    )

    def _prepare_contract_vals(self):
        return {
            **super()._prepare_contract_vals(),
            "sharing": self.sharing or PRESENT,
        }
