# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from urllib.parse import urlencode

from odoo import api, fields, models

REPORTS = [
    "beauty.liability.report",
    "beauty.tie.out.report",
    "beauty.ageing.report",
    "beauty.forecast.report",
    "beauty.breakage.report",
    "beauty.settlement.report",
    "beauty.completeness.report",
    "beauty.cut.off.report",
]


class BeautyReportWizard(models.TransientModel):
    """Asks for the period of a report, and for what it is summed up by on paper."""

    _name = "beauty.report.wizard"
    _description = "Period of a Membership Report"

    report = fields.Selection(
        selection="_selection_report", required=True, readonly=True
    )
    has_period = fields.Boolean(compute="_compute_has_period")
    date_from = fields.Date(
        string="From", help="First day of the period, included.", required=True
    )
    date_to = fields.Date(
        string="To", help="Last day of the period, included.", required=True
    )
    # what a report can be summed up by is a matter of the report
    liability_group = fields.Selection(
        selection=lambda self: self._selection_group("beauty.liability.report"),
        string="Sum up by",
        default="plan_id",
    )
    ageing_group = fields.Selection(
        selection=lambda self: self._selection_group("beauty.ageing.report"),
        string="Age, sum up by",
        default="age",
    )
    forecast_group = fields.Selection(
        selection=lambda self: self._selection_group("beauty.forecast.report"),
        string="Revenue, sum up by",
        default="month:month",
    )
    breakage_group = fields.Selection(
        selection=lambda self: self._selection_group("beauty.breakage.report"),
        string="Breakage, sum up by",
        default="date_sold:month",
    )
    settlement_group = fields.Selection(
        selection=lambda self: self._selection_group("beauty.settlement.report"),
        string="Settlement, sum up by",
        default="sold_shop_id",
    )

    @api.model
    def _selection_report(self):
        return [(name, self.env[name]._description) for name in REPORTS]

    @api.model
    def _selection_group(self, name):
        report = self.env[name]
        return [(g, report._get_xlsx_column(g)[0]) for g in report._report_groups]

    def _get_group(self):
        """Return what the report is summed up by on paper; empty: a plain list."""
        name = f"{self.report.split('.')[1]}_group"
        return self[name] if name in self._fields else ""

    @api.depends("report")
    def _compute_has_period(self):
        for wizard in self:
            wizard.has_period = bool(
                wizard.report and self.env[wizard.report]._report_has_period
            )

    def action_show(self):
        """Open the report for the period."""
        self.ensure_one()
        report = self.env[self.report].with_context(
            date_from=self._get_first_day(), date_to=self.date_to
        )
        return {**report.action_open_report(), "target": "main"}

    def action_excel(self):
        """Give the report as an Excel workbook, ready to print."""
        self.ensure_one()
        params = {
            "date_from": self._get_first_day(),
            "date_to": self.date_to,
            "group": self._get_group(),
            "company_ids": ",".join(map(str, self.env.companies.ids)),
        }
        return {
            "type": "ir.actions.act_url",
            "url": f"/beauty_membership/report/{self.report}.xlsx?{urlencode(params)}",
            "target": "download",
        }

    def _get_first_day(self):
        return min(self.date_from, self.date_to)
