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
    group = fields.Selection(
        selection="_selection_group",
        string="Sum up by",
        help="A row of the Excel sheet for each of these.",
    )

    @api.model
    def _selection_report(self):
        return [(name, self.env[name]._description) for name in REPORTS]

    @api.model
    def _selection_group(self):
        """What the report that opened the wizard can be summed up by."""
        name = self.env.context.get("default_report")
        if name not in REPORTS:
            return []
        report = self.env[name]
        return [(g, report._get_xlsx_column(g)[0]) for g in report._report_groups]

    @api.model
    def default_get(self, fields):
        values = super().default_get(fields)
        groups = self._selection_group()
        if groups and "group" in fields:
            values["group"] = groups[0][0]
        return values

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
            "group": self.group or "",
            "company_ids": ",".join(map(str, self.env.companies.ids)),
        }
        return {
            "type": "ir.actions.act_url",
            "url": f"/beauty_membership/report/{self.report}.xlsx?{urlencode(params)}",
            "target": "download",
        }

    def _get_first_day(self):
        return min(self.date_from, self.date_to)
