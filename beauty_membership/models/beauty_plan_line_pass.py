# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..rules.passes import Limits, last_pass_day

PASS_STARTS = [
    ("sale", "With the sale"),
    ("visit", "With the first visit"),
]
LIMIT_FIELDS = ("visits_per_day", "visits_per_week", "visits_per_month")


class BeautyPlanLine(models.Model):
    """A pass: days in which the member comes as often as its limits allow."""

    _inherit = "beauty.plan.line"

    pass_start = fields.Selection(
        selection=PASS_STARTS,
        string="Pass Starts",
        default="sale",
        required=True,
        help="The day of the sale, or of the first visit, is the first day of the "
        "pass. A pass that starts with the first visit is started before the plan's "
        "validity ends.",
    )
    visits_per_day = fields.Integer(
        help="Most visits on one day. 0: as many as the member likes."
    )
    visits_per_week = fields.Integer(
        help="Most visits from Monday to Sunday. 0: as many as the member likes."
    )
    visits_per_month = fields.Integer(
        help="Most visits in a calendar month. 0: as many as the member likes."
    )

    limits_text = fields.Char(string="Visits", compute="_compute_limits_text")

    _limits_positive = models.Constraint(
        "CHECK (visits_per_day >= 0 AND visits_per_week >= 0 "
        "AND visits_per_month >= 0)",
        "A limit of visits cannot be negative.",
    )

    @api.depends("kind")
    def _compute_list_price(self):
        """One day of a pass is worth a seventh of its dearest service: a visit a week.

        The manager may say otherwise.
        """
        passes = self.filtered(lambda line: line.kind == "pass")
        res = super(BeautyPlanLine, self - passes)._compute_list_price()
        for line in passes:
            dearest = max(line.product_ids.mapped("lst_price"), default=0.0)
            line.list_price = line.currency_id.round(dearest / 7)
        return res

    @api.depends("kind", *LIMIT_FIELDS)
    def _compute_limits_text(self):
        Entitlement = self.env["beauty.entitlement"]
        for line in self:
            limits = Limits(*(line[name] for name in LIMIT_FIELDS))
            line.limits_text = Entitlement._get_limits_text(limits)

    @api.constrains("kind", "product_ids")
    def _check_pass_products(self):
        for line in self:
            if line.kind == "pass" and not line.product_ids:
                raise ValidationError(
                    self.env._("Say which services the visits of a pass are for.")
                )

    def _prepare_pass_vals(self, start, last_start):
        """Return what a sale copies onto a holding of days.

        :param date start: day of the sale
        :param last_start: last day to start a pass that the first visit starts
        """
        self.ensure_one()
        vals = {name: self[name] for name in (*LIMIT_FIELDS, "pass_start")}
        if self.pass_start == "visit":
            return {**vals, "date_expiry": last_start, "date_start_until": last_start}
        return {
            **vals,
            "date_start": start,
            "date_expiry": last_pass_day(start, int(self.quantity)),
        }
