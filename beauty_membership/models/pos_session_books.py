# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict

from psycopg2 import IntegrityError

from odoo import Command, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL


class PosSession(models.Model):
    """Ties the ledger entries of a session to the journal items of its closing."""

    _inherit = "pos.session"

    def _link_entries(self, data):
        """Write on each entry the journal item that books it.

        :param dict data: what the closing collected: its sales and prepaid lines
        """
        lines = self._get_closing_lines(data)
        links = defaultdict(list)
        for row in self._fetch_entries():
            if row["amount"] and (row["is_prepaid"] or not row["is_invoiced"]):
                links[lines.get(self._get_item_key(row))].append(row["id"])
        links.pop(None, None)
        self._set_journal_items(links)

    def _get_closing_lines(self, data):
        """Return the journal items on the liability that entries can be linked to.

        :return: {key as of :meth:`_get_item_key`: account.move.line id}
        """
        lines = {
            (True, partner.id or None, is_use): line.id
            for (partner, is_use), line in data["prepaid_lines"].items()
        }
        for key, amounts in data["sales"].items():
            if "partner_id" in key:
                partner_id, is_debit = key["partner_id"] or None, amounts["amount"] > 0
                split = (key["tax_ids"], key["product_id"])
                lines[(False, partner_id, is_debit, *split)] = amounts["move_line_id"]
        return lines

    def _get_item_key(self, row):
        """Return what an entry and the journal item that books it have in common.

        :param dict row: of :meth:`_fetch_entries`
        """
        key = (row["is_prepaid"], row["partner_id"], row["amount"] < 0)
        if row["is_prepaid"]:
            return key
        line = self.env["pos.order.line"].browse(row["order_line_id"])
        taxes = line.tax_ids_after_fiscal_position.flatten_taxes_hierarchy()
        by_product = self.config_id.is_closing_entry_by_product
        return (*key, tuple(taxes.ids), by_product and line.product_id.id)

    def _get_moved_amounts(self):
        """Return what the ledger moved by the prepaid tender on each ticket.

        :return: {pos.order id: {(id of the holder or None, is a use): money}}, uses
            positive
        """
        moved = defaultdict(lambda: defaultdict(float))
        for row in self._fetch_entries():
            if row["is_prepaid"]:
                key = (row["partner_id"], row["amount"] < 0)
                moved[row["order_id"]][key] -= float(row["amount"])
        return moved

    def _fetch_entries(self):
        """Return the ledger entries of the session's tickets, as plain rows.

        :return: list of dict: id, amount, order_id, order_line_id, partner_id
            (commercial; who held it that day), is_prepaid (paid or given back by
            the tender), is_invoiced, line_id (journal item)
        """
        self.env["beauty.entry"].flush_model()
        self.env["pos.order"].flush_model(["session_id", "account_move"])
        self.env["res.partner"].flush_model(["commercial_partner_id"])
        query = SQL(
            """
            SELECT e.id, e.amount, o.id AS order_id, l.id AS order_line_id,
                   p.commercial_partner_id AS partner_id,
                   e.pos_payment_id IS NOT NULL
                       OR e.movement IN ('redeem', 'restore') AS is_prepaid,
                   o.account_move IS NOT NULL AS is_invoiced,
                   e.account_move_line_id AS line_id
              FROM beauty_entry e
              JOIN pos_order_line l ON l.id = e.pos_order_line_id
              JOIN pos_order o ON o.id = l.order_id
         LEFT JOIN res_partner p ON p.id = e.booking_partner_id
             WHERE o.session_id = %s
             ORDER BY e.id
            """,
            self.id,
        )
        self.env.cr.execute(query)
        return self.env.cr.dictfetchall()

    def _set_journal_items(self, links):
        """Set the journal items of entries that have none, in one statement.

        :param dict links: {account.move.line id: list of beauty.entry ids}
        """
        pairs = [(entry, line) for line, entries in links.items() for entry in entries]
        if not pairs:
            return
        self.env.flush_all()
        entry_ids, line_ids = zip(*pairs, strict=True)
        self.env.cr.execute(
            SQL(
                """
                UPDATE beauty_entry e
                   SET account_move_line_id = link.line_id
                  FROM unnest(%s, %s) AS link (entry_id, line_id)
                 WHERE e.id = link.entry_id AND e.account_move_line_id IS NULL
                """,
                list(entry_ids),
                list(line_ids),
            )
        )
        self.env["beauty.entry"].invalidate_model(["account_move_line_id"])

    def _quarantine_differences(self):
        """Move what ledger and journal disagree on to suspense, and name its rows.

        The session closes all the same; the accountant gets an exception and the
        period cannot be locked until it is settled.
        """
        for partner, difference in self._get_differences().items():
            if not self.currency_id.is_zero(difference):
                self._quarantine(partner, difference)

    def _get_differences(self):
        """Return what the closing put on the liability beyond the entries.

        :return: {res.partner: money; positive if the books carry more}
        """
        totals = defaultdict(float)
        for row in self._fetch_entries():
            if row["is_prepaid"] or not row["is_invoiced"]:
                totals[row["partner_id"]] -= row["amount"]
        liability = self.company_id.beauty_liability_account_id
        for line in self.move_id.line_ids.filtered(
            lambda item: item.account_id == liability
        ):
            totals[line.partner_id.id or None] -= line.balance
        Partner = self.env["res.partner"]
        return {Partner.browse(pid or []): total for pid, total in totals.items()}

    def _quarantine(self, partner, difference):
        move, problem = self._book_quarantine(partner, difference)
        exception = self.env["beauty.exception"]._find_or_create(
            self._prepare_difference_vals(partner, difference, move, problem)
        )
        self.message_post(body=exception.name)

    def _book_quarantine(self, partner, difference):
        """Book a difference in suspense; what forbids it never stops the closing.

        :return: (account.move, empty if it could not be posted; str why)
        """
        moves = self.env["account.move"]
        try:
            with self.env.cr.savepoint():
                self.company_id._beauty_setup()
                move = moves.create(self._prepare_quarantine_vals(partner, difference))
                move._post()
                self._link_rest(partner, move)
        except (UserError, IntegrityError) as error:
            self.env.invalidate_all()
            return moves, str(error)
        return move, ""

    def _link_rest(self, partner, move):
        """Entries without a journal item are booked by the quarantine's."""
        liability = self.company_id.beauty_liability_account_id
        line = move.line_ids.filtered(lambda item: item.account_id == liability)
        rest = [
            row["id"]
            for row in self._fetch_entries()
            if (row["partner_id"] or False) == partner.id and not row["line_id"]
        ]
        if rest:
            self._set_journal_items({line.id: rest})

    def _prepare_quarantine_vals(self, partner, difference):
        company = self.company_id
        label = self.env._("Difference at closing of %s", self.name)
        return {
            "journal_id": company.beauty_journal_id.id,
            "date": self.move_id.date or fields.Date.context_today(self),
            "ref": label,
            "beauty_session_id": self.id,
            "line_ids": [
                Command.create(
                    {
                        "account_id": account.id,
                        "partner_id": partner.id,
                        "name": label,
                        "balance": balance,
                    }
                )
                for account, balance in (
                    (company.beauty_liability_account_id, difference),
                    (company.beauty_suspense_account_id, -difference),
                )
            ],
        }

    def _prepare_difference_vals(self, partner, difference, move, problem):
        rows = self._fetch_entries()
        entries = self.env["beauty.entry"].browse(
            row["id"] for row in rows if (row["partner_id"] or False) == partner.id
        )
        details = [
            f"#{entry.id} {entry.contract_id.name} {entry.display_name}: {entry.amount}"
            for entry in entries
        ]
        return {
            "name": self.env._(
                "%(session)s: %(amount)s of %(member)s in suspense",
                session=self.name,
                amount=self.currency_id.format(difference),
                member=partner.name or self.env._("no member"),
            ),
            "kind": "closing",
            "reference": f"{self.id}:{partner.id}:{move.id}",
            "partner_id": partner.id,
            "amount": difference,
            "message": self.env._(
                "The journal items of the closing and the ledger entries of its "
                "tickets differ."
            )
            + (problem and f"\n{problem}"),
            "details": "\n".join(details),
            "session_id": self.id,
            "move_id": move.id,
            "company_id": self.company_id.id,
        }
