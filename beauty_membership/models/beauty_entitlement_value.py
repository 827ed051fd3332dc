# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..rules.money import to_cents
from ..rules.spending import spending_key
from ..rules.usage import get_refusal
from ..rules.value import Lot, Pot, pot_key


class BeautyEntitlement(models.Model):
    """Holdings of stored value, as the pots they are spent from."""

    _inherit = "beauty.entitlement"

    def _get_value_pots(self, order):
        """Return the pots of the holdings that a ticket can use, in spending order.

        :param order: pos.order
        :return: list of (beauty.contract, :class:`..rules.value.Pot`)
        """
        day, shop = order._get_membership_date(), order.config_id.beauty_shop_id
        usable = self.filtered(
            lambda h: not get_refusal(h._get_terms(), day, shop_id=shop.id, units=0)
        )
        pots = usable.sorted(lambda h: h._get_spending_key()).grouped("contract_id")
        ordered = sorted(
            pots.items(),
            key=lambda pot: pot_key([h._get_spending_key() for h in pot[1]]),
        )
        return [(contract, lots._prepare_pot(contract)) for contract, lots in ordered]

    def _get_spending_key(self):
        return spending_key(self.date_expiry or None, self.create_date, self.id)

    def _prepare_pot(self, contract):
        return Pot(
            lots=tuple(lot._prepare_lot() for lot in self),
            order=contract.bonus_order,
            pricelist_id=contract.value_pricelist_id.id or None,
            allows_plans=contract.allows_plans,
        )

    def _prepare_lot(self):
        self.ensure_one()
        digits = self.currency_id.decimal_places
        return Lot(
            id=self.id,
            remaining=to_cents(self.remaining, digits),
            amount=to_cents(self.amount_remaining, digits),
            is_bonus=self.is_bonus,
            product_ids=frozenset(self.product_ids.ids),
        )

    @api.model
    def _prepare_value_rows(self, holdings, config):
        """Return the lots of stored value for the card, in spending order.

        Lots that cannot be used today and here come last, with the reason.

        :param holdings: rows of :meth:`_fetch_holdings`, in their order
        :param config: pos.config that asks
        """
        today = fields.Date.context_today(self)
        rows = [
            self._prepare_value_row(holding, config, today)
            for holding in holdings
            if holding["kind"] == "value" and holding["remaining"] > 0
        ]
        pots = {}
        for row in rows:
            pots.setdefault((not row["can_use"], row["contract_id"]), []).append(row)
        ordered = sorted(
            pots.items(), key=lambda pot: (pot[0][0], pot_key(self._get_keys(pot[1])))
        )
        return [
            {key: value for key, value in row.items() if key != "spending_key"}
            for _key, lots in ordered
            for row in lots
        ]

    @api.model
    def _get_keys(self, rows):
        return [row["spending_key"] for row in rows]

    @api.model
    def _prepare_value_row(self, holding, config, today):
        products = holding["products"] or []
        terms = self._get_row_terms(holding, products)
        name = self.env._("Stored value")
        shop_id = config.beauty_shop_id.id
        code = get_refusal(terms, today, shop_id=shop_id, units=0)
        return {
            "spending_key": (
                holding["date_expiry"],
                holding["create_date"],
                holding["id"],
            ),
            "entitlement_id": holding["id"],
            "is_bonus": bool(holding["is_bonus"]),
            "remaining": float(holding["remaining"]),
            "amount_remaining": float(holding["amount_remaining"]),
            "date_expiry": fields.Date.to_string(holding["date_expiry"]) or False,
            "granted": fields.Datetime.to_string(holding["create_date"]),
            "product_ids": [product["id"] for product in products],
            "pricelist_id": holding["value_pricelist_id"] or False,
            "allows_plans": bool(holding["allows_plans"]),
            "can_use": not code,
            "reason": self._get_refusal_message(
                code, terms, name, holding["contract_name"]
            ),
            **{
                key: holding[key]
                for key in ("contract_id", "contract_name", "plan_name", "bonus_order")
            },
        }
