# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..exceptions import MembershipError


class AccountAccount(models.Model):
    """The prepayments account of a company stays in use."""

    _inherit = "account.account"

    def write(self, vals):
        """No register could close if the member prepayments were archived."""
        if vals.get("active", True) is False:
            kept = self & self.env["res.company"]._get_liability_accounts()
            if kept:
                raise MembershipError(
                    self.env._(
                        "“%s” carries what members paid ahead; it cannot be archived.",
                        kept[0].display_name,
                    )
                )
        return super().write(vals)
