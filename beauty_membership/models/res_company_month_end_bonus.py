# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import SQL

from ..rules.money import from_cents, to_cents
from ..rules.points_liability import get_bonus_open


class ResCompany(models.Model):
    """A month's end: the bonus of a recharge that is spent last is a promise."""

    _inherit = "res.company"

    beauty_bonus_deferral = fields.Boolean(
        string="Bonus as a Liability",
        help="For recharges whose principal is spent before the bonus. At the end of "
        "each month the income of the principal spent is cut to its share of "
        "everything the recharge buys, and the rest goes back on the first. Computed "
        "for each contract: money put in, times what can still be bought, by all that "
        "it buys; less the principal that is left; without the default sales tax.",
    )

    def _get_month_ends(self):
        kinds = super()._get_month_ends()
        return [*kinds, "bonus"] if self.beauty_bonus_deferral else kinds

    def _get_month_end_names(self):
        names = super()._get_month_end_names()
        return {**names, "bonus": self.env._("Bonus that waits to be spent")}

    def _prepare_month_end_bonus(self, day):
        return self._prepare_pair(
            self._get_beauty_account("beauty_deferral_account_id"),
            self._get_beauty_account("beauty_bonus_account_id"),
            self._get_bonus_liability(day),
        )

    def _get_bonus_liability(self, day):
        """Return the money of recharges that waits for their bonus to be spent."""
        self.ensure_one()
        digits = self.currency_id.decimal_places
        cents = sum(
            get_bonus_open(*(to_cents(money, digits) for money in row))
            for row in self._fetch_recharges(day)
        )
        taxes = self._get_holding_taxes(self.env["beauty.entitlement"])
        return self._get_net(taxes, from_cents(cents, digits))

    def _fetch_recharges(self, day):
        """Return the recharges spent principal first, as they stood on a day.

        :return: list of (principal put in, what it and its bonus buy, principal left,
            what can still be bought)
        """
        self.env.flush_all()
        query = SQL(
            """
            SELECT SUM(e.amount) FILTER (WHERE e.movement NOT IN ('redeem', 'restore')),
                   SUM(e.quantity) FILTER (
                       WHERE e.movement NOT IN ('redeem', 'restore')),
                   SUM(e.amount), SUM(e.quantity)
              FROM beauty_contract c
              JOIN beauty_entitlement h ON h.contract_id = c.id AND h.kind = 'value'
              JOIN beauty_entry e ON e.entitlement_id = h.id
             WHERE c.company_id = %s AND c.bonus_order = 'principal_first'
               AND e.date <= %s
             GROUP BY c.id
            HAVING SUM(e.quantity) > SUM(e.amount)
            """,
            self.id,
            day,
        )
        return [tuple(x or 0 for x in row) for row in self.env.execute_query(query)]
