# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models


class ResCompany(models.Model):
    """Entries of a month's end, each optional, made by a nightly job.

    Each kind has a method ``_prepare_month_end_<kind>(day)`` that returns the values
    of its items. Those in MONTH_ENDS that reverse themselves go back on the first of
    the next month; a month is booked once.
    """

    _inherit = "res.company"

    @api.model
    def _cron_book_month_ends(self):
        """Book the month that ended, where it is not yet; safe to run twice."""
        # sudo: the job books every company, whoever starts it
        for company in self.sudo().search([]):
            if company.beauty_liability_account_id:
                today = company._get_beauty_today()
                company._book_month_ends(today.replace(day=1) - timedelta(days=1))
                self.env["beauty.entitlement"]._commit_release(1, 0)

    def _book_month_ends(self, day):
        """Book everything that the company wants of a month's end.

        :param date day: last day of the month
        """
        self.ensure_one()
        for kind in self._get_month_ends():
            if not self._find_month_end(kind, day):
                self._book_month_end(kind, day)

    def _get_month_ends(self):
        """Return the kinds of entries that the company wants.

        :return: list of str
        """
        self.ensure_one()
        return []

    def _book_month_end(self, kind, day):
        """Book what reverses itself; a period closed already gets none.

        :return: account.move, maybe empty
        """
        moves = self.env["account.move"]
        if self._is_closed(day):
            return moves
        lines = getattr(self, f"_prepare_month_end_{kind}")(day)
        if not lines:
            return moves
        move = self._post_month_end(kind, day, lines)
        back = move._reverse_moves(
            [
                {
                    "date": day + timedelta(days=1),
                    "ref": self.env._("Reversal of %s", move.ref),
                    "beauty_month_end": f"{kind}:{day}:back",
                }
            ]
        )
        back._post(soft=False)
        return move

    def _post_month_end(self, kind, day, lines):
        """Post an entry of a month's end, marked so that there is one only."""
        label = self._get_month_end_label(kind, day)
        self._beauty_setup()
        named = [{"name": label, **line} for line in lines]
        marks = {"beauty_month_end": f"{kind}:{day}"}
        # sudo: see _cron_book_month_ends
        return self.sudo()._post_own_move(day, label, named, marks)

    def _get_month_end_label(self, kind, day):
        """Return what the entry of a kind is called."""
        return self.env._(
            "%(what)s on %(day)s",
            what=self._get_month_end_names()[kind],
            day=fields.Date.to_string(day),
        )

    def _get_month_end_names(self):
        """Return the name of each kind of entry."""
        return {}

    def _find_month_end(self, kind, day):
        # sudo: see _cron_book_month_ends
        return (
            self.env["account.move"]
            .sudo()
            .search(
                [
                    ("company_id", "=", self.id),
                    ("beauty_month_end", "=", f"{kind}:{day}"),
                ],
                limit=1,
            )
        )

    def _is_closed(self, day):
        """Return whether the books of a day are locked."""
        return day <= self._get_user_fiscal_lock_date(self.beauty_journal_id)

    def _prepare_pair(self, debit, credit, money):
        """Return two items that move money from one account to another.

        :param debit: account.account
        :param credit: account.account
        :param float money: may be negative; nothing for zero
        """
        money = self.currency_id.round(money)
        if self.currency_id.is_zero(money):
            return []
        return [
            {"account_id": debit.id, "balance": money},
            {"account_id": credit.id, "balance": -money},
        ]
