# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import SQL

from ..rules.periods import is_over

# Days of a pass go by one by one, earned points have an expiry of their own.
LAPSING_KINDS = ("session", "value")
LAPSING_STATES = ("active", "closed")


class BeautyEntitlement(models.Model):
    """Which holdings ran out and lapse, by the terms of their contracts."""

    _inherit = "beauty.entitlement"

    def _has_lapsed(self, day):
        """Return whether what is left lapses, its days of grace being over.

        What is frozen stands still. A gift is what the member did not pay for:
        gift sessions that share the price of their package were paid.
        """
        self.ensure_one()
        contract = self.contract_id
        return (
            self.kind in LAPSING_KINDS
            and (self.remaining > 0 or self._get_lapse_value() > 0)
            and is_over(self.date_expiry, day, contract.grace_days)
            and contract.state in LAPSING_STATES
            and (
                contract.lapses == "everything"
                or (contract.lapses == "gifts" and self.is_bonus and not self.amount)
            )
        )

    def _get_lapse_value(self):
        """Return the money behind what is left; nothing where the member owes some."""
        self.ensure_one()
        return max(self.amount_remaining, 0.0)

    def _prepare_expiry_row(self):
        """Return a row of an expiry's calculation."""
        self.ensure_one()
        return {
            "label": self.display_name,
            "amount": self._get_lapse_value(),
            "note": fields.Date.to_string(self.date_expiry),
        }

    @api.model
    def _fetch_lapsed(self, company, day):
        """Return what ran out and stands in no list of approvals yet.

        What a manager took off the list stays off it, unless its days change.

        :return: list of (beauty.contract id, list of beauty.entitlement ids)
        """
        self.env.flush_all()
        query = SQL(
            """
            SELECT h.contract_id, array_agg(h.id ORDER BY h.id)
              FROM beauty_entitlement h
              JOIN beauty_contract c ON c.id = h.contract_id
             WHERE h.company_id = %(company)s AND h.kind IN %(kinds)s
               AND (h.remaining > 0 OR h.amount_remaining > 0)
               AND h.date_expiry < %(day)s
               AND h.date_expiry + COALESCE(c.grace_days, 0) < %(day)s
               AND c.state IN %(states)s
               AND (c.lapses = 'everything'
                    OR c.lapses = 'gifts' AND h.is_bonus AND h.amount = 0)
               AND NOT EXISTS (
                   SELECT 1
                     FROM beauty_operation_line l
                     JOIN beauty_operation o ON o.id = l.operation_id
                    WHERE l.entitlement_id = h.id AND o.kind = 'expire'
                      AND (o.state = 'to_approve'
                           OR o.state = 'cancelled'
                          AND o.date > h.date_expiry + COALESCE(c.grace_days, 0)))
             GROUP BY h.contract_id
             ORDER BY h.contract_id
            """,
            company=company.id,
            day=fields.Date.to_string(day),
            kinds=LAPSING_KINDS,
            states=LAPSING_STATES,
        )
        return self.env.execute_query(query)
