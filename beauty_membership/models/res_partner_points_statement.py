# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResPartner(models.Model):
    """The points of a member on her form, with every movement behind them."""

    _inherit = "res.partner"

    points_balance = fields.Integer(
        string="Points",
        compute="_compute_points_balance",
        help="In the current company, net of points owed; pending ones count.",
    )
    has_points = fields.Boolean(compute="_compute_points_balance")

    def _compute_points_balance(self):
        balances = self._fetch_points_balances(self.env.company)
        for partner in self:
            partner.has_points = partner.id in balances
            partner.points_balance = balances.get(partner.id, 0)

    def _fetch_points_balances(self, company):
        """Return what members have in points. :return: {partner id: int}"""
        # sudo: whoever opens a contact may be told how many points there are
        rows = (
            self.env["beauty.entitlement"]
            .sudo()
            ._read_group(
                [
                    ("partner_id", "in", self.ids),
                    ("company_id", "=", company.id),
                    ("kind", "=", "points"),
                ],
                ["partner_id"],
                ["remaining:sum"],
            )
        )
        return {partner.id: int(points) for partner, points in rows}

    def action_open_points(self):
        """Open every movement of the member's points."""
        self.ensure_one()
        view = self.env.ref("beauty_membership.beauty_entry_view_list_points")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Points of %s", self.name),
            "res_model": "beauty.entry",
            "views": [(view.id, "list"), (False, "form")],
            "domain": [
                ("partner_id", "=", self.id),
                ("entitlement_id.kind", "=", "points"),
            ],
        }
