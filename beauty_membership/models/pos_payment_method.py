# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, api, fields, models
from odoo.exceptions import ValidationError

from ..exceptions import MembershipError

TENDER_NAMES = {"en_US": "Member Prepayment", "zh_CN": "会员预付"}


class PosPaymentMethod(models.Model):
    _inherit = "pos.payment.method"

    type = fields.Selection(selection_add=[("prepaid", "Prepaid")])
    is_prepaid = fields.Boolean(
        string="Member Prepayment",
        readonly=True,
        copy=False,
        help="Pays redemptions out of what the member paid before: it debits the "
        "member prepayments account. One for each company, kept by the addon.",
    )

    @api.depends("is_prepaid")
    def _compute_type(self):
        prepaid = self.filtered("is_prepaid")
        prepaid.type = "prepaid"
        return super(PosPaymentMethod, self - prepaid)._compute_type()

    @api.constrains("is_prepaid", "split_transactions", "journal_id")
    def _check_is_prepaid(self):
        for method in self.filtered("is_prepaid"):
            if method.journal_id or not method.split_transactions:
                raise ValidationError(
                    self.env._(
                        "The member prepayment tender has no journal and identifies "
                        "the customer."
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        methods = super().create(vals_list)
        if methods.filtered("is_prepaid"):
            self._ensure_by_addon()
        return methods

    def write(self, vals):
        if "is_prepaid" in vals:
            self._ensure_by_addon()
        return super().write(vals)

    def _ensure_by_addon(self):
        if not self.env.su:
            raise MembershipError(
                self.env._("The member prepayment tender is made by the addon only.")
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_prepaid(self):
        if self.filtered("is_prepaid"):
            raise MembershipError(
                self.env._("The member prepayment tender cannot be deleted.")
            )

    @api.model
    def _load_pos_data_search_read(self, data, config):
        """The prepaid tender comes last: nothing may take it for the usual one."""
        rows = super()._load_pos_data_search_read(data, config)
        return sorted(rows, key=lambda row: row["is_prepaid"])

    @api.model
    def _load_pos_data_fields(self, config):
        return [*super()._load_pos_data_fields(config), "is_prepaid"]

    @api.model
    def _get_or_create_prepaid(self, company):
        """Return the prepaid tender of a company, made if it has a chart and none yet.

        :return: pos.payment.method, empty without a chart of accounts
        """
        # sudo: opening a register may be the moment the tender is made
        Method = self.sudo().with_context(active_test=False)
        method = Method.search(
            [("is_prepaid", "=", True), ("company_id", "=", company.id)], limit=1
        )
        if method or not company.beauty_liability_account_id:
            return method
        method = self._revive_archived(company) or Method.create(
            {
                "name": TENDER_NAMES["en_US"],
                "is_prepaid": True,
                "split_transactions": True,
                "company_id": company.id,
                "journal_id": False,
                "sequence": 99,
                "config_ids": [Command.clear()],
            }
        )
        return company._name_in_languages(method, TENDER_NAMES)

    @api.model
    def _revive_archived(self, company):
        """Find the tender that an earlier uninstall archived."""
        method = (
            self.sudo()
            .with_context(active_test=False)
            .search(
                [
                    ("active", "=", False),
                    ("journal_id", "=", False),
                    ("split_transactions", "=", True),
                    ("company_id", "=", company.id),
                    ("name", "in", list(TENDER_NAMES.values())),
                ],
                limit=1,
            )
        )
        if method:
            method.write({"is_prepaid": True, "active": True})
        return method

    @api.model
    def _archive_prepaid_methods(self):
        """Uninstalling leaves the tenders that tickets were paid with, archived."""
        self.sudo().search([("is_prepaid", "=", True)]).active = False
