# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from odoo.addons.account.models.account_move import BYPASS_LOCK_CHECK

from ..exceptions import MembershipError

MONEY_FIELDS = {
    "account_id",
    "balance",
    "debit",
    "credit",
    "amount_currency",
    "move_id",
    "partner_id",
}


class AccountMoveLine(models.Model):
    """Posted items of the member prepayments keep their account and money.

    A bank statement matched with that account, or a posted entry changed by
    hand, does not pass the check of posting.
    """

    _inherit = "account.move.line"

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines._ensure_no_posted_prepayment()
        return lines

    def write(self, vals):
        watched = MONEY_FIELDS & set(vals)
        if self.env.context.get("bypass_lock_check") is BYPASS_LOCK_CHECK:
            # Odoo's own, when a contact joins or leaves a company: no money moves
            watched -= {"partner_id"}
        changed = self.browse()
        if watched:
            changed = self.filtered(lambda line: line._changes_money(vals))
            changed._ensure_no_posted_prepayment()
        res = super().write(vals)
        if watched:
            changed._ensure_no_posted_prepayment()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_posted_prepayment(self):
        self._ensure_no_posted_prepayment()

    def _changes_money(self, vals):
        self.ensure_one()
        Move = self.env["account.move"]
        return any(
            Move._field_will_change(self, vals, name)
            for name in MONEY_FIELDS & set(vals)
        )

    def _ensure_no_posted_prepayment(self):
        """:raises MembershipError: if one of them is such an item"""
        posted = self.filtered(lambda line: line.parent_state == "posted")
        lines = posted.move_id._get_prepayment_lines() & posted
        if lines:
            raise MembershipError(lines.move_id._get_kept_account_message())
