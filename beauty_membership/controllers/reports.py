# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from werkzeug.exceptions import NotFound

from odoo import api
from odoo.http import Controller, request, route

from ..wizards.beauty_report_wizard import REPORTS
from .files import XLSX, get_headers


class BeautyReports(Controller):
    """Reports as files. Who may not read the report gets none."""

    @route(
        "/beauty_membership/report/<string:report>.xlsx",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def report(self, report, group=None, company_ids="", **period):
        """Give a report as a workbook, ready to print.

        :param str report: name of its model
        :param str group: what it is summed up by
        :param str company_ids: the companies chosen in the web client
        :param period: date_from, date_to
        """
        if report not in REPORTS:
            raise NotFound()
        model = self._get_model(report, company_ids, period)
        content = model._get_xlsx(group)
        name = f"{model._get_report_name()} {model._get_period()[1]}.xlsx"
        return request.make_response(content, get_headers(XLSX, name))

    @route(
        "/beauty_membership/ledger.<string:extension>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def ledger(self, extension, company_ids="", **period):
        """Give all ledger entries of a period, as they are read.

        :param str extension: csv or xlsx
        """
        if extension not in ("csv", "xlsx"):
            raise NotFound()
        # who may not read the liability exports no ledger, though the till reads it
        report = self._get_model("beauty.liability.report", company_ids, period)
        report.check_access("read")
        first, last = report._get_period()
        mime = XLSX if extension == "xlsx" else "text/csv; charset=utf-8"
        headers = get_headers(mime, f"ledger {first} {last}.{extension}")
        return request.make_response(
            self._stream(report.env, extension, first, last), headers
        )

    def _get_model(self, name, company_ids, period):
        ids = [int(part) for part in company_ids.split(",") if part.isdigit()]
        days = {key: period[key] for key in ("date_from", "date_to") if key in period}
        if ids:
            days["allowed_company_ids"] = ids
        model = request.env[name].with_context(**days)
        # the first look at them refuses companies that are not the user's
        return model.with_company(model.env.companies[0])

    def _stream(self, env, extension, first, last):
        """Read the ledger with a cursor of its own: the request's is closed by then."""
        with env.registry.cursor(readonly=True) as cr:
            entries = api.Environment(cr, env.uid, env.context)["beauty.entry"]
            yield from getattr(entries, f"_stream_{extension}")(first, last)
