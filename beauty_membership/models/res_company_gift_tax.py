# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

GIFT_TAXES = [
    ("none", "None: nothing is paid for them"),
    ("list", "On the list price, borne by the house"),
]
GIFT_NAMES = {"en_US": "Gifts to Members", "zh_CN": "会员赠品"}


class ResCompany(models.Model):
    """Which tax the house owes on goods and services given for points."""

    _inherit = "res.company"

    beauty_gift_tax = fields.Selection(
        selection=GIFT_TAXES,
        string="Tax on Gifts",
        default="none",
        help="A product or service given for points costs the member nothing. Where "
        "the law takes it for a sale, the closing books the tax that its list price "
        "contains as a cost of the house, with its base for the tax report.",
    )
    beauty_gift_account_id = fields.Many2one(
        comodel_name="account.account",
        string="Gifts Account",
        domain="[('account_type', 'in', ('expense', 'expense_direct_cost'))]",
        help="Expense that bears the tax on gifts. Empty: made when it is needed.",
    )

    def _get_gift_account(self):
        """Return the expense account of gifts, made once for each company."""
        self.ensure_one()
        if not self.beauty_gift_account_id:
            account = self._find_or_create_account(GIFT_NAMES, "expense")
            self.beauty_gift_account_id = account
        return self.beauty_gift_account_id
