# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io

import xlsxwriter

from odoo.http import Controller, request, route

from .files import XLSX, get_headers


class BeautyOpening(Controller):
    """The spreadsheet that a salon fills with the cards of its earlier system."""

    @route(
        "/beauty_membership/opening_template.xlsx",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def template(self):
        """Send the columns of an opening balance, with a row for each kind of card."""
        request.env["beauty.opening.line"].check_access("read")
        rows = request.env["beauty.opening.line"]._get_template_rows()
        name = request.env._("Opening balances.xlsx")
        return request.make_response(self._write(rows), get_headers(XLSX, name))

    def _write(self, rows):
        stream = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False}
        with xlsxwriter.Workbook(stream, options) as book:
            sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
            for index, row in enumerate(rows):
                sheet.write_row(index, 0, row, None if index else bold)
            sheet.autofit()
            sheet.freeze_panes(1, 0)
        return stream.getvalue()
