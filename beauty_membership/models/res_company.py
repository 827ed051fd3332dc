# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import datetime, time

from odoo import Command, api, fields, models
from odoo.exceptions import ValidationError

LIABILITY_NAMES = {"en_US": "Member Prepayments", "zh_CN": "会员预收款"}
SUSPENSE_NAMES = {"en_US": "Member Prepayments in Suspense", "zh_CN": "会员预收款待查"}
BOOKS = (
    "beauty_liability_account_id",
    "beauty_suspense_account_id",
    "beauty_journal_id",
)
JOURNAL_NAMES = {"en_US": "Membership", "zh_CN": "会员"}


class ResCompany(models.Model):
    """Each company's accounts and journal for what its members paid ahead."""

    _inherit = "res.company"

    beauty_liability_account_id = fields.Many2one(
        comodel_name="account.account",
        string="Member Prepayments Account",
        help="What members paid and have not used yet. One account for each company.",
    )
    beauty_suspense_account_id = fields.Many2one(
        comodel_name="account.account",
        string="Member Suspense Account",
        help="Where a difference found at closing waits until it is settled.",
    )
    beauty_journal_id = fields.Many2one(
        comodel_name="account.journal", string="Membership Journal"
    )
    beauty_message_mail = fields.Boolean(
        string="Messages by E-mail",
        default=True,
        help="After each movement the member gets an e-mail, if she has an address.",
    )
    beauty_message_sms = fields.Boolean(
        string="Messages by SMS",
        help="Text messages to members without e-mail. Each one costs.",
    )
    beauty_gateway_url = fields.Char(
        string="Message Gateway",
        groups="base.group_system",
        help="Address that gets each message as signed JSON: an official account or a "
        "messenger. It comes before e-mail and SMS.",
    )
    beauty_gateway_secret = fields.Char(groups="base.group_system")
    beauty_remind_days = fields.Integer(
        string="Reminder before Expiry",
        default=14,
        help="Days before the last day of use when the member is reminded. 0: never.",
    )

    def _beauty_setup(self):
        """Create accounts, journal and tender where a chart exists and they do not."""
        # sudo: the first plan or register may be a manager's, not an accountant's
        for company in self.sudo().filtered("chart_template"):
            if company.parent_id:
                company._share_books_of_root()
            else:
                company._make_books()
            company.env["pos.payment.method"]._get_or_create_prepaid(company)

    def _make_books(self):
        self.ensure_one()
        if not self.beauty_liability_account_id:
            self.beauty_liability_account_id = self._find_or_create_account(
                LIABILITY_NAMES, "liability_current"
            )
        if not self.beauty_suspense_account_id:
            self.beauty_suspense_account_id = self._find_or_create_account(
                SUSPENSE_NAMES, "liability_current"
            )
        if not self.beauty_journal_id:
            self.beauty_journal_id = self._find_or_create_journal()

    def _share_books_of_root(self):
        """A branch has the accounts and journals of its company, as in Odoo."""
        self.ensure_one()
        root = self.root_id
        root._beauty_setup()
        for name in BOOKS:
            if not self[name]:
                self[name] = root[name]

    def _find_or_create_account(self, names, account_type):
        """Return the account of that name, in either language, or a new one."""
        self.ensure_one()
        Account = self.env["account.account"].with_company(self)
        domain = [("company_ids", "in", self.ids), ("account_type", "=", account_type)]
        for account in Account.with_context(lang="en_US").search(domain):
            if account.name in names.values():
                return account
        first = Account.search(domain, order="code", limit=1).code or "200000"
        account = Account.create(
            {
                "name": names["en_US"],
                "code": Account._search_new_account_code(first),
                "account_type": account_type,
                "company_ids": [Command.set(self.ids)],
            }
        )
        return self._name_in_languages(account, names)

    def _find_or_create_journal(self):
        self.ensure_one()
        Journal = self.env["account.journal"].with_company(self)
        domain = [("company_id", "=", self.id), ("code", "=", "MEMB")]
        return Journal.search(domain, limit=1) or self._name_in_languages(
            Journal.create(
                {
                    "name": JOURNAL_NAMES["en_US"],
                    "code": "MEMB",
                    "type": "general",
                    "company_id": self.id,
                }
            ),
            JOURNAL_NAMES,
        )

    @api.model
    def _name_in_languages(self, record, names):
        """Name what setup makes in each language the database speaks.

        :param dict names: {language code: name}
        :return: the record
        """
        for code, _label in self.env["res.lang"].get_installed():
            if code in names:
                record.with_context(lang=code).name = names[code]
        return record

    def _get_beauty_owner(self, accountant=False):
        """Return the user who owns what could not be booked in this company.

        :param bool accountant: an accountant if there is one, else a manager
        """
        # sudo: cashiers may not list users; only who it is leaves
        self.ensure_one()
        groups = ["beauty_membership.group_manager"]
        if accountant:
            groups.insert(0, "beauty_membership.group_accountant")
        for xmlid in groups:
            users = (
                self.env.ref(xmlid)
                .sudo()
                .all_user_ids.filtered(
                    lambda user: self in user.company_ids and user.active
                )
            )
            if users:
                return users.sorted("id")[-1]
        return self.env.ref("base.user_admin")

    def write(self, vals):
        """The account that carries what members have stays the company's account."""
        if "beauty_liability_account_id" in vals:
            self._ensure_no_entries(vals["beauty_liability_account_id"])
        return super().write(vals)

    def _ensure_no_entries(self, account_id):
        changed = self.filtered(
            lambda c: c.beauty_liability_account_id.id != account_id
        )
        # sudo: entries of companies the user does not see count as well
        entries = self.env["beauty.entry"].sudo()
        if changed and entries.search_count(
            [("company_id", "in", changed.ids)], limit=1
        ):
            raise ValidationError(
                self.env._(
                    "The ledger is booked on this account; it cannot be changed."
                )
            )

    def _validate_locks(self, values):
        """A period with an unsettled membership difference cannot be locked."""
        res = super()._validate_locks(values)
        dates = [
            fields.Date.to_date(value)
            for field, value in values.items()
            if field.endswith("lock_date") and value
        ]
        if dates:
            self._ensure_no_open_difference(max(dates))
        return res

    def _ensure_no_open_difference(self, day):
        # sudo: who locks a period need not see the exceptions that forbid it
        open_rows = (
            self.env["beauty.exception"]
            .sudo()
            .search(
                [
                    ("company_id", "in", self.ids),
                    ("kind", "in", ("closing", "tie_out")),
                    ("state", "=", "open"),
                    ("date", "<=", datetime.combine(day, time.max)),
                ]
            )
        )
        if open_rows:
            raise ValidationError(
                self.env._(
                    "The period cannot be locked: settle these differences of the "
                    "member prepayments first: %s",
                    ", ".join(open_rows.mapped("name")),
                )
            )

    @api.model
    def _get_liability_accounts(self):
        """Return the liability accounts of all companies, for guards."""
        # sudo: an account is shared by companies the user does not see
        return self.sudo().search([]).beauty_liability_account_id
