# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A workbook as an accountant prints it, written with the xlsxwriter of Odoo."""

import xlsxwriter

MONEY = "#,##0.00"
DAY = "yyyy-mm-dd"
HEADING = {"bold": True, "bg_color": "#E7E0E5", "bottom": 1, "text_wrap": True}
FORMATS = {
    "title": {"bold": True, "font_size": 14},
    "note": {"font_color": "#666666"},
    "text": {},
    "head": {**HEADING, "valign": "top"},
    "head_number": {**HEADING, "valign": "top", "align": "right"},
    "number": {"num_format": MONEY},
    "date": {"num_format": DAY, "align": "left"},
    "percent": {"num_format": "0.0%"},
    "total": {"bold": True, "top": 1},
    "total_number": {"bold": True, "top": 1, "num_format": MONEY},
    "total_percent": {"bold": True, "top": 1, "num_format": "0.0%"},
}
# Rows of a sheet that Excel can show.
MAX_ROWS = 1_048_576


class Workbook:
    """Sheets with a title, a heading that repeats on each page, rows and totals.

    :param target: file object
    :param list columns: tuples (label, kind: text, number, date or percent)
    """

    def __init__(self, target, title, notes, columns):
        options = {"constant_memory": True, "strings_to_formulas": False}
        self.book = xlsxwriter.Workbook(target, options)
        self.formats = {name: self.book.add_format(v) for name, v in FORMATS.items()}
        self.title, self.notes, self.columns = title, notes, columns
        self._add_sheet()

    def _add_sheet(self):
        self.sheet = self.book.add_worksheet()
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&L&F&R&P / &N")
        for index, (_label, kind) in enumerate(self.columns):
            self.sheet.set_column(index, index, 26 if kind == "text" else 14)
        self.sheet.write(0, 0, self.title, self.formats["title"])
        for row, note in enumerate(self.notes, start=1):
            self.sheet.write(row, 0, note, self.formats["note"])
        self.row = len(self.notes) + 2
        self._write_head()

    def _write_head(self):
        for index, (label, kind) in enumerate(self.columns):
            style = "head_number" if kind in ("number", "percent") else "head"
            self.sheet.write(self.row, index, label, self.formats[style])
        self.sheet.repeat_rows(self.row)
        self.row += 1
        self.sheet.freeze_panes(self.row, 1)

    def add_row(self, values, is_total=False):
        """Write one row; a full sheet is continued on the next.

        :param values: one value for each column; None leaves a cell empty
        """
        if self.row >= MAX_ROWS:
            self._add_sheet()
        for index, (value, (_label, kind)) in enumerate(
            zip(values, self.columns, strict=True)
        ):
            style = self.formats[self._get_style(kind, is_total)]
            if value is None or value is False:
                self.sheet.write_blank(self.row, index, None, style)
            elif kind == "date":
                self.sheet.write_datetime(self.row, index, value, style)
            elif kind == "text":
                # a name that begins with "=" is no formula
                self.sheet.write_string(self.row, index, str(value), style)
            else:
                self.sheet.write_number(self.row, index, value, style)
        self.row += 1

    def _get_style(self, kind, is_total):
        if not is_total:
            return kind
        return f"total_{kind}" if kind in ("number", "percent") else "total"

    def close(self):
        """Finish the file."""
        self.book.close()
