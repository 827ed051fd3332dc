# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import SQL

from ..rules.spending import spending_key
from ..rules.usage import get_refusal

READ_MODELS = (
    "beauty.entitlement",
    "beauty.contract",
    "beauty.contract.share",
    "product.template",
)


class BeautyEntitlement(models.Model):
    """Holdings as the member card shows them, read in one query."""

    _inherit = "beauty.entitlement"

    @api.model
    def _fetch_holdings(self, partner, company, contract=None):
        """Return what a member may use in a company, first to be used first.

        Her own holdings come before those another member shares with her.

        :param contract: beauty.contract, if only its holdings are asked for
        :return: list of dict: the columns of the query; `products` is a list of
            dict with id, name and tax_ids
        """
        for model in READ_MODELS:
            self.env[model].flush_model()
        query = self._query_holdings(partner, company, contract)
        rows = self.env.execute_query_dict(query)
        return sorted(
            rows,
            key=lambda row: (
                row["is_shared"],
                spending_key(row["date_expiry"], row["create_date"], row["id"]),
            ),
        )

    @api.model
    def _query_holdings(self, partner, company, contract=None):
        lang = self.env.lang or "en_US"
        return SQL(
            """
            SELECT h.id, h.contract_id, h.kind, h.product_units, h.quantity,
                   h.remaining, h.date_start AS pass_date_start, h.pass_start,
                   h.visits_per_day, h.visits_per_week, h.visits_per_month,
                   CASE WHEN h.kind = 'pass' THEN ARRAY(
                       SELECT v.date FROM beauty_entry v
                        WHERE v.entitlement_id = h.id AND v.movement = 'redeem'
                          AND (v.pos_order_line_id IS NOT NULL
                               OR v.operation_id IS NOT NULL)
                          AND NOT EXISTS (SELECT FROM beauty_entry b
                                           WHERE b.reversed_entry_id = v.id))
                   END AS visits,
                   %(value)s AS amount_remaining, h.unit_amount,
                   h.list_price, h.is_bonus,
                   h.is_debt, h.date_expiry, h.date_available, h.create_date,
                   %(shared)s,
                   c.name AS contract_name, c.state, c.date_start, c.grace_days,
                   c.tax_point, c.weekdays, c.bonus_order, c.value_pricelist_id,
                   c.allows_plans, c.confirmation, c.confirmation_min_amount,
                   u.decimal_places,
                   COALESCE(p.name->>%(lang)s, p.name->>'en_US') AS plan_name,
                   ARRAY(SELECT s.beauty_shop_id
                           FROM beauty_contract_beauty_shop_rel s
                          WHERE s.beauty_contract_id = c.id) AS shop_ids,
                   (SELECT json_agg(json_build_object(
                               'id', pp.id,
                               'name', COALESCE(t.name->>%(lang)s, t.name->>'en_US'),
                               'is_goods', t.type <> 'service',
                               'tax_ids', ARRAY(SELECT x.tax_id
                                                  FROM product_taxes_rel x
                                                 WHERE x.prod_id = t.id)
                           ) ORDER BY pp.id)
                      FROM beauty_entitlement_product_product_rel r
                      JOIN product_product pp ON pp.id = r.product_product_id
                      JOIN product_template t ON t.id = pp.product_tmpl_id
                     WHERE r.beauty_entitlement_id = h.id) AS products
              FROM beauty_entitlement h
         LEFT JOIN beauty_contract c ON c.id = h.contract_id
         LEFT JOIN beauty_plan p ON p.id = c.plan_id
              JOIN res_currency u ON u.id = h.currency_id
             WHERE (%(holder)s)
               AND h.company_id = %(company)s
               AND h.remaining <> 0
               AND (c.id IS NULL OR c.state IN ('active', 'frozen'))
            """,
            lang=lang,
            value=self._query_units_value(),
            holder=self._query_holder(partner, contract),
            shared=self._query_shared_columns(partner, contract),
            company=company.id,
        )

    @api.model
    def _prepare_card_rows(self, holdings, config):
        """Return the session holdings as rows of the card, each with its prices.

        :param holdings: rows of :meth:`_fetch_holdings`
        :param config: pos.config that asks
        """
        today = fields.Date.context_today(self)
        proposed = set()
        rows = []
        for holding in holdings:
            if holding["kind"] != "session":
                continue
            row = self._prepare_card_row(holding, config, today)
            products = set(row["product_ids"])
            row["is_proposed"] = row["can_use"] and not products <= proposed
            proposed |= products if row["is_proposed"] else set()
            rows.append(row)
        return rows

    @api.model
    def _prepare_card_row(self, holding, config, today):
        products = holding["products"] or []
        terms = self._get_row_terms(holding, products)
        name = " / ".join(product["name"] for product in products)
        units = self._get_row_units(holding, products)
        fewest = min(units.values(), default=1)
        code = get_refusal(terms, today, shop_id=config.beauty_shop_id.id, units=fewest)
        return {
            "entitlement_id": holding["id"],
            "name": name,
            "product_ids": [product["id"] for product in products],
            "date_expiry": fields.Date.to_string(holding["date_expiry"]) or False,
            "can_use": not code,
            "reason": self._get_refusal_message(
                code, terms, name, holding["contract_name"], fewest
            ),
            "units": units,
            "prices": self._get_row_prices(holding, products, config.company_id),
            **{
                key: float(holding[key])
                for key in ("quantity", "remaining", "amount_remaining")
            },
            **{key: float(holding[key] or 0) for key in ("unit_amount", "list_price")},
            **{
                key: holding[key]
                for key in (
                    "contract_id",
                    "contract_name",
                    "plan_name",
                    "kind",
                    "tax_point",
                )
            },
        }

    @api.model
    def _get_row_units(self, holding, products):
        """Return how many units one of each service takes: {product id: int}."""
        units = holding["product_units"] or {}
        return {
            product["id"]: int(units.get(str(product["id"]), 1)) for product in products
        }

    @api.model
    def _get_row_terms(self, holding, products):
        ids = [product["id"] for product in products]
        return self._prepare_terms(holding, holding, holding["shop_ids"], ids)
