# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io

from odoo import api, fields, models
from odoo.tools import format_datetime

from .workbook import Workbook

KINDS = {"monetary": "number", "float": "number", "integer": "number", "date": "date"}


class BeautyReportMixin(models.AbstractModel):
    """A report on paper: sums of a group, or its rows, company by company."""

    _inherit = "beauty.report.mixin"

    # What it shows where nothing else is asked.
    _report_domain = ()

    @api.model
    def _get_xlsx(self, group=None):
        """Return the report as a workbook, ready to print.

        :param str group: one of ``_report_groups``; None: the first
        :return: bytes
        """
        self.check_access("read")
        target = io.BytesIO()
        group = group if group in self._report_groups else self._report_groups[:1]
        group = group if isinstance(group, str) else next(iter(group), None)
        names = (group, *self._report_measures) if group else self._report_columns
        book = Workbook(
            target,
            f"{self._get_report_name()}, {self._get_period_text()}",
            self._get_xlsx_notes(),
            [self._get_xlsx_column(name) for name in names],
        )
        for company in self.env.companies:
            self._write_company(book, company, group)
        book.close()
        return target.getvalue()

    @api.model
    def _get_xlsx_notes(self):
        now = format_datetime(self.env, fields.Datetime.now())
        return [
            ", ".join(self.env.companies.mapped("name")),
            self.env._("%(user)s, %(time)s", user=self.env.user.name, time=now),
        ]

    @api.model
    def _get_xlsx_column(self, name):
        field = self._fields[name.partition(":")[0]]
        label = field._description_string(self.env)
        if ":" in name:
            return label, "text"
        if name.endswith("_rate"):
            return label, "percent"
        return label, KINDS.get(field.type, "text")

    def _write_company(self, book, company, group):
        domain = [*self._report_domain, ("company_id", "=", company.id)]
        if group:
            self._write_groups(book, company, domain, group)
        else:
            for row in self.search(domain):
                values = [self._get_xlsx_value(n, row[n]) for n in self._report_columns]
                book.add_row(values)

    def _write_groups(self, book, company, domain, group):
        sums = [f"{n}:{self._fields[n].aggregator}" for n in self._report_measures]
        rows = self._read_group(domain, [group], sums)
        for value, *measures in rows:
            label = self._get_xlsx_value(group, value) or self.env._("None")
            book.add_row([label, *[float(number or 0) for number in measures]])
        if rows:
            ((*totals,),) = self._read_group(domain, [], sums)
            currency = company.currency_id.name
            label = self.env._(
                "%(company)s, total in %(currency)s",
                company=company.name,
                currency=currency,
            )
            totals = [float(number or 0) for number in totals]
            book.add_row([label, *totals], is_total=True)

    def _get_xlsx_value(self, name, value):
        """Return a value as a cell takes it."""
        name, _sep, part = name.partition(":")
        field = self._fields[name]
        if field.type == "many2one":
            # sudo: an accountant may not read tickets; she sees what they are called
            return value.sudo().display_name or None
        if field.type == "selection":
            return dict(field._description_selection(self.env)).get(value)
        if field.type == "date":
            return f"{value:%Y-%m}" if part and value else value or None
        return value
