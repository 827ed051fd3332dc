# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

# {field: (names, type)} of accounts that are made when they are first needed
ACCOUNTS = {
    "beauty_breakage_account_id": (
        {"en_US": "Expired Member Prepayments", "zh_CN": "会员预收款过期收入"},
        "income_other",
    ),
    "beauty_unclaimed_account_id": (
        {"en_US": "Unclaimed Member Prepayments", "zh_CN": "会员无人认领款项"},
        "liability_current",
    ),
    "beauty_contra_account_id": (
        {
            "en_US": "Expected Expiry of Member Prepayments",
            "zh_CN": "会员预收款预计过期抵减",
        },
        "liability_current",
    ),
    "beauty_points_account_id": (
        {"en_US": "Points of Members", "zh_CN": "会员积分负债"},
        "liability_current",
    ),
    "beauty_bonus_account_id": (
        {"en_US": "Bonus of Members", "zh_CN": "会员赠送金额负债"},
        "liability_current",
    ),
    "beauty_deferral_account_id": (
        {
            "en_US": "Income Deferred for Points and Bonus",
            "zh_CN": "积分与赠送递延收入",
        },
        "income",
    ),
    "beauty_pending_vat_account_id": (
        {
            "en_US": "Pending VAT of Member Prepayments",
            "zh_CN": "会员预收款待转销项税额",
        },
        "liability_current",
    ),
    "beauty_adjust_account_id": (
        {"en_US": "Membership Adjustments", "zh_CN": "会员调整"},
        "expense",
    ),
}


class ResCompany(models.Model):
    """Accounts that only some companies need; made on first use, shared by branches."""

    _inherit = "res.company"

    beauty_breakage_account_id = fields.Many2one(
        comodel_name="account.account",
        string="Expired Prepayments Account",
        help="Income of what members paid and did not use in time.",
    )
    beauty_unclaimed_account_id = fields.Many2one(
        comodel_name="account.account",
        string="Unclaimed Property Account",
        help="Liability of what expired and by law is not the company's yet.",
    )
    beauty_contra_account_id = fields.Many2one(
        comodel_name="account.account",
        string="Expected Expiry Account",
        help="Deducted from the member prepayments in the balance sheet: income of "
        "expected expiries that was recognised ahead of them.",
    )

    beauty_points_account_id = fields.Many2one(
        comodel_name="account.account",
        string="Points Liability Account",
        help="What sales owe in points that wait to be spent, at the end of a month.",
    )
    beauty_bonus_account_id = fields.Many2one(
        comodel_name="account.account",
        string="Bonus Liability Account",
        help="What recharges owe in bonus that is spent last, at the end of a month.",
    )
    beauty_deferral_account_id = fields.Many2one(
        comodel_name="account.account",
        string="Deferred Income Account",
        help="Deducted from income for points and bonus that wait to be spent.",
    )
    beauty_pending_vat_account_id = fields.Many2one(
        comodel_name="account.account",
        string="Pending VAT Account",
        help="VAT in the member prepayments that is due when they are used. It is "
        "proven against the ledger together with the member prepayments.",
    )

    def _get_beauty_account(self, name):
        """Return one of the addon's accounts, made if the company has none yet.

        :param str name: field of ACCOUNTS
        :return: account.account
        """
        self.ensure_one()
        # sudo: a manager lets holdings expire; she need not be an accountant
        company = self.sudo()
        root = company.root_id
        if not root[name]:
            names, account_type = ACCOUNTS[name]
            root[name] = root._find_or_create_account(names, account_type)
        if not company[name]:
            company[name] = root[name]
        return company[name]
