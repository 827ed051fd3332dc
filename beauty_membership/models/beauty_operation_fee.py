# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class BeautyOperation(models.Model):
    """A fee of an operation: an invoice to who held the contract."""

    _inherit = "beauty.operation"

    fee_move_id = fields.Many2one(
        comodel_name="account.move",
        string="Fee Invoice",
        ondelete="restrict",
        readonly=True,
        copy=False,
        index="btree_not_null",
        help="Taxed income; its receivable is paid at a till or by the accountant.",
    )
    fee_state = fields.Selection(
        related="fee_move_id.payment_state", string="Fee Payment"
    )

    def _collect_fee(self, money):
        """Invoice a fee, if there is one.

        :param float money: taxes included
        """
        if self.currency_id.is_zero(money):
            return
        label = f"{self.name} {self._get_title()}"
        move = self.company_id._invoice_fee(self.partner_id, money, self.date, label)
        # sudo: what an operation posted is written by it only
        self.sudo().write({"fee_move_id": move.id, "fee_amount": money})

    def _credit_fee(self):
        """Credit the fee of what is reversed; what was paid of it is to pay back."""
        # sudo: see res.company._invoice_fee
        move = self.sudo().fee_move_id
        if move:
            today = self.company_id._get_beauty_today()
            vals = {"invoice_date": today, "date": today, "ref": self._get_title()}
            move._reverse_moves([vals], cancel=True)

    def action_open_fee(self):
        """Open the invoice of the fee."""
        self.ensure_one()
        return self.fee_move_id._get_records_action()
