# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

STATEMENT_ENTRIES = 100


class ResPartner(models.Model):
    """What the member's own statement shows; the caller proved who asks."""

    _inherit = "res.partner"

    def _get_statement(self):
        """Return the values of the statement page of the current company.

        :return: dict: partner, company, holdings (beauty.entitlement with something
            left), value (dict of money: principal, bonus), points, entries
        """
        self.ensure_one()
        company = self.env.company
        holdings = self.env["beauty.entitlement"].search(
            [
                ("partner_id", "=", self.id),
                ("company_id", "=", company.id),
                ("remaining", "!=", 0),
                "|",
                ("contract_id", "=", False),
                ("contract_id.state", "in", ("active", "frozen")),
            ]
        )
        value = holdings.filtered(lambda h: h.kind == "value")
        bonus = value.filtered("is_bonus")
        points = holdings.filtered(lambda h: h.kind == "points")
        return {
            "partner": self,
            "company": company,
            "holdings": holdings - value - points,
            "value": value,
            "value_principal": sum((value - bonus).mapped("remaining")),
            "value_bonus": sum(bonus.mapped("remaining")),
            "points": int(sum(points.mapped("remaining"))),
            "entries": self._get_statement_entries(company),
            "today": fields.Date.context_today(self),
        }

    @api.model
    def _get_statement_entries(self, company):
        return self.env["beauty.entry"].search(
            [("partner_id", "=", self.id), ("company_id", "=", company.id)],
            limit=STATEMENT_ENTRIES,
        )
