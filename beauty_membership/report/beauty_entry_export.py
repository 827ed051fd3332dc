# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import csv
import io
import tempfile

from odoo import api, models
from odoo.tools import SQL

from .workbook import Workbook

BATCH = 10_000
CHUNK = 1 << 16


class BeautyEntry(models.Model):
    """The whole ledger as a file, read batch by batch, however long it is."""

    _inherit = "beauty.entry"

    @api.model
    def _stream_csv(self, first, last):
        """Yield the entries of a period as CSV.

        :return: iterator of bytes; starts with the mark that Excel needs for UTF-8
        """
        columns = self._get_export_columns()
        yield b"\xef\xbb\xbf"
        yield self._to_csv([[label for label, _kind, _sql in columns]])
        for rows in self._fetch_batches(first, last):
            yield self._to_csv(rows)

    @api.model
    def _stream_xlsx(self, first, last):
        """Yield the entries of a period as a workbook, which is written to disk."""
        columns = self._get_export_columns()
        with tempfile.TemporaryFile() as file:
            book = Workbook(
                file,
                self.env._("Ledger %(first)s to %(last)s", first=first, last=last),
                [", ".join(self.env.companies.mapped("name"))],
                [(label, kind) for label, kind, _sql in columns],
            )
            for rows in self._fetch_batches(first, last):
                for row in rows:
                    book.add_row(row)
            book.close()
            file.seek(0)
            yield from iter(lambda: file.read(CHUNK), b"")

    @api.model
    def _to_csv(self, rows):
        text = io.StringIO()
        writer = csv.writer(text)
        for row in rows:
            # a cell that a spreadsheet would run is text
            writer.writerow([self._to_cell(value) for value in row])
        return text.getvalue().encode()

    @api.model
    def _to_cell(self, value):
        if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
            return f"'{value}"
        return "" if value is None else value

    @api.model
    def _fetch_batches(self, first, last):
        """Yield the rows of a period in the order they were posted, in lists."""
        domain = [
            ("date", ">=", first),
            ("date", "<=", last),
            ("company_id", "in", self.env.companies.ids),
        ]
        last_id = 0
        while True:
            query = self._search(
                [*domain, ("id", ">", last_id)], order="id", limit=BATCH
            )
            rows = self.env.execute_query(self._query_export(query))
            if not rows:
                return
            yield rows
            last_id = rows[-1][0]

    @api.model
    def _query_export(self, entries):
        columns = [column for _label, _kind, column in self._get_export_columns()]
        return SQL(
            """
            SELECT %s
              FROM beauty_entry e
              JOIN beauty_entitlement h ON h.id = e.entitlement_id
              JOIN res_company y ON y.id = e.company_id
              JOIN res_currency u ON u.id = e.currency_id
         LEFT JOIN beauty_contract c ON c.id = e.contract_id
         LEFT JOIN res_partner p ON p.id = e.partner_id
         LEFT JOIN beauty_shop s ON s.id = e.shop_id
         LEFT JOIN pos_order_line l ON l.id = e.pos_order_line_id
         LEFT JOIN pos_order o ON o.id = l.order_id
         LEFT JOIN account_move_line i ON i.id = e.account_move_line_id
         LEFT JOIN account_move m ON m.id = i.move_id
         LEFT JOIN res_users w ON w.id = e.user_id
             WHERE e.id IN %s
             ORDER BY e.id
            """,
            SQL(", ").join(columns),
            entries.subselect(),
        )

    @api.model
    def _get_export_columns(self):
        """Return the columns of the file. :return: list of (label, kind, SQL)"""
        return [
            (self.env._("Entry"), "number", SQL("e.id")),
            (self.env._("Company"), "text", SQL("y.name")),
            (self.env._("Date"), "date", SQL("e.date")),
            (self.env._("Movement"), "text", SQL("e.movement")),
            (self.env._("Member Number"), "text", SQL("p.member_number")),
            (self.env._("Member"), "text", SQL("p.complete_name")),
            (self.env._("Contract"), "text", SQL("c.name")),
            (self.env._("Holding"), "number", SQL("e.entitlement_id")),
            (self.env._("Kind"), "text", SQL("h.kind")),
            (self.env._("Units"), "number", SQL("e.quantity::float")),
            (self.env._("Amount"), "number", SQL("e.amount::float")),
            (self.env._("At List Price"), "number", SQL("e.list_amount::float")),
            (self.env._("Currency"), "text", SQL("u.name")),
            (self.env._("Shop"), "text", SQL("s.name")),
            (self.env._("Ticket"), "text", SQL("o.pos_reference")),
            (self.env._("Journal Entry"), "text", SQL("m.name")),
            (self.env._("Booked on"), "date", SQL("i.date")),
            (self.env._("Journal Item"), "number", SQL("i.id")),
            (self.env._("Reverses Entry"), "number", SQL("e.reversed_entry_id")),
            (self.env._("Reason"), "text", SQL("e.reason")),
            (self.env._("User"), "text", SQL("w.login")),
            (self.env._("Key"), "text", SQL("e.idempotency_key")),
        ]
