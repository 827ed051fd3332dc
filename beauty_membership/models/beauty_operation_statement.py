# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class BeautyOperation(models.Model):
    """An operation's calculation as a table, on its form and on the paper to sign."""

    _inherit = "beauty.operation"

    calculation_html = fields.Html(
        string="How It Was Worked Out",
        compute="_compute_calculation_html",
        sanitize=False,
    )

    @api.depends("calculation")
    @api.depends_context("lang")
    def _compute_calculation_html(self):
        for operation in self:
            operation.calculation_html = operation.calculation and self.env[
                "ir.qweb"
            ]._render(
                "beauty_membership.operation_calculation",
                {
                    "rows": operation.calculation,
                    "currency": operation.currency_id,
                },
            )

    def action_print_statement(self):
        """Print what was agreed, in the member's language, for her to sign."""
        report = self.env.ref("beauty_membership.action_report_operation")
        return report.report_action(self)

    def _get_statement_lang(self):
        self.ensure_one()
        return self.partner_id.lang or self.env.lang

    def _get_statement_rows(self):
        """Return the calculation in the language of the paper."""
        words = self._call("get_calculation")
        return words or self.calculation or []
