# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from .beauty_expiry_terms import PERCENT_HELP


class BeautyContract(models.Model):
    """What was expected to expire of it when it was sold."""

    _inherit = "beauty.contract"

    breakage_percent = fields.Float(
        string="Expected to Expire (%)", digits=(5, 2), help=PERCENT_HELP
    )

    def _fetch_recognised(self, day=None):
        """Return the income recognised ahead of the expiry of contracts.

        :param date day: up to it; None: all
        :return: {beauty.contract id: money}
        """
        domain = [("contract_id", "in", self.ids)]
        if day:
            domain.append(("date", "<=", day))
        # sudo: rows are the accountant's; managers let contracts expire
        groups = (
            self.env["beauty.breakage"]
            .sudo()
            ._read_group(domain, ["contract_id"], ["amount:sum"])
        )
        return {contract.id: amount for contract, amount in groups}
