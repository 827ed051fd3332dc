# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import SQL


class BeautyServiceLog(models.Model):
    """The last visits of a member, as her card shows them."""

    _inherit = "beauty.service.log"

    @api.model
    def _fetch_card_rows(self, partner, company, limit):
        """Return the last visits of a member as the card shows them, in one query.

        :return: list of dict, newest first; dates in UTC
        """
        for model in ("beauty.service.log", "beauty.entitlement", "hr.employee"):
            self.env[model].flush_model()
        query = self._query_card_rows(partner, company, limit)
        return self.env.execute_query_dict(query)

    @api.model
    def _query_card_rows(self, partner, company, limit):
        return SQL(
            """
            SELECT g.id AS log_id,
                   to_char(g.date, 'YYYY-MM-DD HH24:MI:SS') AS date,
                   g.product_id,
                   COALESCE(t.name->>%(lang)s, t.name->>'en_US') AS product_name,
                   COALESCE(g.technician_id, 0) AS technician_id,
                   COALESCE(e.name, '') AS technician_name,
                   COALESCE(g.entitlement_id, 0) AS entitlement_id,
                   COALESCE(h.remaining, 0)::float AS remaining_after,
                   g.entitlement_id IS NOT NULL
                       AND g.is_undone IS NOT TRUE AS can_undo,
                   COALESCE(g.is_undone, false) AS is_undone,
                   CASE WHEN g.payer_id = %(partner)s THEN c.name ELSE '' END
                       AS client_name
              FROM beauty_service_log g
              JOIN product_product p ON p.id = g.product_id
              JOIN product_template t ON t.id = p.product_tmpl_id
         LEFT JOIN hr_employee e ON e.id = g.technician_id
         LEFT JOIN beauty_entitlement h ON h.id = g.entitlement_id
         LEFT JOIN res_partner c ON c.id = g.partner_id
             WHERE (g.partner_id = %(partner)s OR g.payer_id = %(partner)s)
               AND g.company_id = %(company)s
             ORDER BY g.date DESC, g.id DESC
             LIMIT %(limit)s
            """,
            lang=self.env.lang or "en_US",
            partner=partner.id,
            company=company.id,
            limit=limit,
        )
