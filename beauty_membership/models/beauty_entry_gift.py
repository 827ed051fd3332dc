# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyEntry(models.Model):
    """Gift cards on invoices: Odoo books all of an invoice on its customer."""

    _inherit = "beauty.entry"

    def _book_unclaimed(self, customer):
        """Move to nobody what nobody holds yet, whoever the invoice is for.

        :param customer: res.partner on whom the invoice booked these entries
        """
        nobody = self.env["res.partner"]
        unclaimed = self.filtered(lambda entry: not entry.booking_partner_id)
        for contract, entries in unclaimed.grouped("contract_id").items():
            label = self.env._("%s waits for its owner", contract.name)
            amount = sum(entries.mapped("amount"))
            contract._move_liability(amount, customer, nobody, label)
