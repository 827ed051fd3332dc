# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import SQL


class BeautyCutOffReport(models.Model):
    """Cut-off: one row is a service performed by the last day and not booked by it.

    Its register was still open, or its invoice came later. What it would have added
    to the revenue is the accrual of the period end.
    """

    _name = "beauty.cut.off.report"
    _inherit = "beauty.report.mixin"
    _description = "Cut-off of Services"
    _auto = False
    _order = "date desc, id desc"
    _rec_name = "product_id"

    _report_action = "beauty_membership.beauty_cut_off_report_action"
    _report_has_period = False
    _report_columns = (
        "date",
        "booked_on",
        "partner_id",
        "product_id",
        "technician_id",
        "shop_id",
        "order_id",
        "session_id",
        "move_id",
        "amount_accrual",
        "amount_prepaid",
        "company_id",
    )
    _depends = {
        "beauty.service.log": ["date", "is_undone", "amount"],
        "beauty.entry": ["amount", "movement"],
        "pos.order": ["account_move", "session_id"],
        "pos.session": ["move_id"],
        "account.move": ["date", "state"],
    }

    date = fields.Date(string="Performed on", readonly=True)
    booked_on = fields.Date(
        string="Booked on",
        readonly=True,
        help="Day of the journal entry; empty: not booked yet.",
    )
    partner_id = fields.Many2one("res.partner", string="Client", readonly=True)
    product_id = fields.Many2one("product.product", string="Service", readonly=True)
    technician_id = fields.Many2one("hr.employee", readonly=True)
    shop_id = fields.Many2one("beauty.shop", readonly=True)
    service_log_id = fields.Many2one("beauty.service.log", readonly=True)
    order_id = fields.Many2one("pos.order", string="Ticket", readonly=True)
    session_id = fields.Many2one("pos.session", readonly=True)
    move_id = fields.Many2one("account.move", string="Journal Entry", readonly=True)
    amount_accrual = fields.Monetary(
        string="Accrual",
        readonly=True,
        help="Revenue of the service without taxes: to accrue at the period end.",
    )
    amount_prepaid = fields.Monetary(
        string="From the Liability",
        readonly=True,
        help="What the service takes from the member prepayments; the rest was, or "
        "will be, paid with other money.",
    )

    @property
    def _table_query(self):
        _first, last = self._get_period()
        return SQL(
            """
            SELECT g.id, g.id AS service_log_id, g.day AS date, m.date AS booked_on,
                   g.partner_id, g.product_id, g.technician_id, g.shop_id,
                   l.order_id, o.session_id, m.id AS move_id, g.company_id,
                   c.currency_id, g.amount AS amount_accrual,
                   (SELECT -SUM(e.amount) FROM beauty_entry e
                     WHERE e.pos_order_line_id = l.id AND e.movement = 'redeem')
                       AS amount_prepaid
              FROM (SELECT *, (date AT TIME ZONE 'UTC' AT TIME ZONE %(zone)s)::date
                                  AS day
                      FROM beauty_service_log) g
              JOIN res_company c ON c.id = g.company_id
              JOIN pos_order_line l ON l.id = g.pos_order_line_id
              JOIN pos_order o ON o.id = l.order_id
              JOIN pos_session s ON s.id = o.session_id
         LEFT JOIN account_move m ON m.id = COALESCE(o.account_move, s.move_id)
             WHERE g.is_undone IS NOT TRUE AND g.day <= %(last)s
               AND NOT COALESCE(m.state = 'posted' AND m.date <= %(last)s, FALSE)
            """,
            zone=self.env.user.tz or self.env.company.resource_calendar_id.tz or "UTC",
            last=last,
        )

    def action_open_log(self):
        """Open the service of the row."""
        self.ensure_one()
        return self.service_log_id._get_records_action()
