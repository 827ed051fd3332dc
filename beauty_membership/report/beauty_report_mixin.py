# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from ast import literal_eval

from odoo import api, fields, models
from odoo.tools import SQL, format_date


class BeautyReportMixin(models.AbstractModel):
    """A report on the membership ledger: read-only, without a table.

    Its rows are a query; the period comes from the context (``date_from`` and
    ``date_to``, both included). Company rules hold as for any model.
    """

    _name = "beauty.report.mixin"
    _description = "Membership Report"
    _auto = False

    company_id = fields.Many2one("res.company", readonly=True)
    currency_id = fields.Many2one("res.currency", readonly=True)

    # XML id of the window action that shows it
    _report_action = None
    # Fields on paper: those it can be summed up by, those that add up, and the
    # columns of a plain list; a report has groups and measures, or columns
    _report_groups = ()
    _report_measures = ()
    _report_columns = ()
    # It compares a period; else it stands on the last day
    _report_has_period = True

    @api.model
    def _get_period(self):
        """Return the period asked for; by default this month up to today.

        :return: (first day, last day), both included
        """
        context = self.env.context
        today = fields.Date.context_today(self)
        last = fields.Date.to_date(context.get("date_to")) or today
        first = fields.Date.to_date(context.get("date_from")) or last.replace(day=1)
        return min(first, last), last

    @api.model
    def _get_last_month_end(self):
        today = fields.Date.context_today(self)
        return fields.Date.subtract(today.replace(day=1), days=1)

    @api.model
    def _get_period_text(self):
        first, last = (
            format_date(self.env, day, date_format="short")
            for day in self._get_period()
        )
        if not self._report_has_period:
            return self.env._("as of %(day)s", day=last)
        return self.env._("%(first)s – %(last)s", first=first, last=last)

    @api.model
    def _get_period_context(self):
        first, last = map(fields.Date.to_string, self._get_period())
        return {"date_from": first, "date_to": last}

    @api.model
    def _get_report_name(self):
        return self.env.ref(self._report_action).sudo().name

    def _read_group_select(self, aggregate_spec, query):
        """The sum of nothing is zero: a column has NULL where a row is not of it."""
        select = super()._read_group_select(aggregate_spec, query)
        is_sum = aggregate_spec.endswith(":sum")
        return SQL("COALESCE(%s, 0)", select) if is_sum else select

    @api.model
    def action_open_report(self):
        """Open the report, its period in the title."""
        self.check_access("read")
        action = self.env["ir.actions.act_window"]._for_xml_id(self._report_action)
        name = f"{action['name']}, {self._get_period_text()}"
        return {
            **action,
            "name": name,
            "display_name": name,
            "context": {
                **literal_eval(action["context"]),
                **self._get_period_context(),
            },
        }

    def action_change_period(self):
        """Ask for another period, or for the report on paper."""
        return {
            "type": "ir.actions.act_window",
            "name": self._get_report_name(),
            "res_model": "beauty.report.wizard",
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "default_report": self._name,
                **{f"default_{k}": v for k, v in self._get_period_context().items()},
            },
        }
