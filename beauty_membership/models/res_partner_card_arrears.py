# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.tools import SQL


class ResPartner(models.Model):
    """What a member still has to pay, as the card shows it."""

    _inherit = "res.partner"

    def _prepare_card(self, config, holdings):
        card = super()._prepare_card(config, holdings)
        due = self._fetch_contracts_due(config.company_id)
        # exact in each row; the dust of a sum of floats is not worth two queries
        arrears = round(sum(row["amount_due"] for row in due), 6)
        return {
            **card,
            "contracts_due": due,
            "arrears": arrears,
            "is_member": card["is_member"] or bool(due),
        }

    def _fetch_contracts_due(self, company):
        """Return the contracts in arrears, the oldest first.

        :return: list of dict: contract_id, name, plan_name, product_id (what the
            till adds to pay it), price_total, amount_paid, amount_due
        """
        self.ensure_one()
        self.env["beauty.contract"].flush_model()
        return self.env.execute_query_dict(self._query_contracts_due(company))

    def _query_contracts_due(self, company):
        return SQL(
            """
            SELECT c.id AS contract_id, c.name,
                   COALESCE(p.name->>%(lang)s, p.name->>'en_US') AS plan_name,
                   (SELECT min(v.id) FROM product_product v
                     WHERE v.product_tmpl_id = p.product_tmpl_id) AS product_id,
                   c.price_total::float, c.amount_paid::float, c.amount_due::float
              FROM beauty_contract c
              JOIN beauty_plan p ON p.id = c.plan_id
             WHERE c.partner_id = %(partner)s
               AND c.company_id = %(company)s
               AND c.state IN ('active', 'frozen')
               AND c.amount_due > 0
               -- an invoice is paid where invoices are
               AND c.move_line_id IS NULL
             ORDER BY c.date_start, c.id
            """,
            lang=self.env.lang or "en_US",
            partner=self.id,
            company=company.id,
        )
