# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import datetime

from odoo import api, models
from odoo.tools import SQL

# Money of a ticket in another currency counts in the company's.
RATE = SQL("COALESCE(NULLIF(o.currency_rate, 0), 1)")


class BeautyTier(models.Model):
    """The query of each way to a tier: rows of a member and a sum for each window."""

    _inherit = "beauty.tier"

    @api.model
    def _query_way(self, way, company, today, partner, order):
        """Return [(way, SQL with columns partner_id and v_<months>)]."""
        scope = (company, today, partner)
        if way == "visits":
            return [(way, self._query_visits(*scope))]
        if way == "points":
            return [(way, self._query_points(*scope))]
        if way == "recharge":
            return [(way, self._query_recharge(*scope))]
        if company.beauty_tier_basis == "consumed":
            return [(way, self._query_lines(1, SQL("NOT"), *scope, order))]
        return [
            (way, self._query_received(*scope, order)),
            (way, self._query_lines(-1, SQL(), *scope, order)),
            (way, self._query_refunds(*scope)),
        ]

    @api.model
    def _query_tickets(self, company, today, partner, order):
        """Return the condition of the tickets ``o`` that count."""
        return SQL(
            "o.company_id = %s AND (o.state IN ('paid', 'done') OR o.id = %s) "
            "AND o.date_order >= %s AND %s",
            company.id,
            order.id if order else 0,
            self._get_start(company, today, is_day=False),
            self._query_member(SQL("o.partner_id"), partner),
        )

    @api.model
    def _query_member(self, column, partner):
        if partner:
            return SQL("%s = ANY(%s)", column, partner.ids)
        return SQL("%s IS NOT NULL", column)

    @api.model
    def _query_received(self, company, today, partner, order):
        value = SQL("sum(p.amount / %s)", RATE)
        return SQL(
            """
            SELECT o.partner_id, %s
              FROM pos_order o JOIN pos_payment p ON p.pos_order_id = o.id
             WHERE %s AND p.payment_method_id NOT IN (
                   SELECT id FROM pos_payment_method
                    WHERE is_prepaid OR journal_id IS NULL)
             GROUP BY o.partner_id
            """,
            self._query_windows(company, today, value, SQL("o.date_order")),
            self._query_tickets(company, today, partner, order),
        )

    @api.model
    def _query_refunds(self, company, today, partner):
        """Return what contracts gave back by bank, without a ticket."""
        value = SQL("sum(interest_amount - refund_amount)")
        return SQL(
            """
            SELECT partner_id, %s
              FROM beauty_operation
             WHERE company_id = %s AND kind = 'refund' AND tender = 'bank'
               AND state = 'done' AND reversed_operation_id IS NULL
               AND date >= %s AND %s
             GROUP BY partner_id
            """,
            self._query_windows(company, today, value, SQL("date"), True),
            company.id,
            self._get_start(company, today),
            self._query_member(SQL("partner_id"), partner),
        )

    @api.model
    def _query_lines(self, sign, is_not, company, today, partner, order):
        """Return the lines of tips and gift cards, or all but these and plans."""
        products = self._query_unearning_products(company)
        if sign > 0:
            products = SQL("%s UNION ALL %s", products, self._query_plan_products())
        value = SQL("sum(%s * l.price_subtotal_incl / %s)", sign, RATE)
        return SQL(
            """
            SELECT o.partner_id, %s
              FROM pos_order o JOIN pos_order_line l ON l.order_id = o.id
             WHERE %s AND l.product_id %s IN (%s)
             GROUP BY o.partner_id
            """,
            self._query_windows(company, today, value, SQL("o.date_order")),
            self._query_tickets(company, today, partner, order),
            is_not,
            products,
        )

    @api.model
    def _query_unearning_products(self, company):
        """Return the products whose price brings nobody nearer to a tier."""
        return SQL(
            """
            SELECT tip_product_id FROM pos_config
             WHERE company_id = %s AND tip_product_id IS NOT NULL
             UNION ALL
            SELECT r.product_product_id
              FROM loyalty_rule u
              JOIN loyalty_program g ON g.id = u.program_id
               AND g.program_type = 'gift_card'
              JOIN loyalty_rule_product_product_rel r ON r.loyalty_rule_id = u.id
             UNION ALL
            SELECT p.id FROM beauty_plan b
              JOIN product_product p ON p.product_tmpl_id = b.product_tmpl_id
             WHERE b.is_gift_card
            """,
            company.id,
        )

    @api.model
    def _query_plan_products(self):
        return SQL(
            """
            SELECT p.id FROM product_product p
              JOIN product_template t ON t.id = p.product_tmpl_id
             WHERE t.is_membership_plan
            """
        )

    @api.model
    def _query_visits(self, company, today, partner):
        # the shop's offset of today: an hour of summer time moves no visit
        offset = datetime.now(self._get_zone(company)).utcoffset().total_seconds()
        return SQL(
            """
            SELECT partner_id, %s FROM (
                SELECT DISTINCT partner_id,
                       (date + %s * interval '1 second')::date AS day
                  FROM beauty_service_log
                 WHERE company_id = %s AND is_undone IS NOT TRUE AND date >= %s AND %s
            ) AS visit GROUP BY partner_id
            """,
            self._query_windows(company, today, SQL("count(*)"), SQL("day"), True),
            offset,
            company.id,
            self._get_start(company, today, is_day=False),
            self._query_member(SQL("partner_id"), partner),
        )

    @api.model
    def _query_points(self, company, today, partner):
        value = SQL("sum(e.quantity)")
        return SQL(
            """
            SELECT e.partner_id, %s
              FROM beauty_entry e
              JOIN beauty_entitlement h ON h.id = e.entitlement_id AND h.kind = 'points'
             WHERE e.company_id = %s AND e.movement IN ('grant', 'clawback')
               AND e.date >= %s AND %s
             GROUP BY e.partner_id
            """,
            self._query_windows(company, today, value, SQL("e.date"), True),
            company.id,
            self._get_start(company, today),
            self._query_member(SQL("e.partner_id"), partner),
        )

    @api.model
    def _query_recharge(self, company, today, partner):
        """Return the biggest recharge on one line of a ticket, net of its refund."""
        return SQL(
            """
            SELECT partner_id, %s FROM (
                SELECT e.partner_id, min(e.date) AS day, sum(e.amount) AS total
                  FROM beauty_entry e
                  JOIN beauty_entitlement h ON h.id = e.entitlement_id
                   AND h.kind = 'value' AND h.is_bonus IS NOT TRUE
                  JOIN beauty_contract c ON c.id = h.contract_id
                   AND c.is_gift_card IS NOT TRUE
                 WHERE e.company_id = %s AND e.movement IN ('grant', 'refund')
                   AND e.date >= %s AND %s
                 GROUP BY e.partner_id, c.pos_order_line_id
            ) AS line GROUP BY partner_id
            """,
            self._query_windows(company, today, SQL("max(total)"), SQL("day"), True),
            company.id,
            self._get_start(company, today),
            self._query_member(SQL("e.partner_id"), partner),
        )
