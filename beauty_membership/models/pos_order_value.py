# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..rules.money import from_cents, to_cents
from ..rules.value import spend

LOT_FIELDS = [
    "contract_id",
    "partner_id",
    "company_id",
    "currency_id",
    "kind",
    "list_price",
    "remaining",
    "amount_remaining",
    "is_bonus",
    "date_expiry",
    "create_date",
]


class Amounts(dict):
    """What the lines of a ticket are worth, and how stored value covers them.

    Worked out once, before any entry of the ticket is posted.
    """

    covers = None


class PosOrder(models.Model):
    """Stored value on a ticket: principal is its tender, the gift its discount.

    What the till split is worked out again here; a cent of difference refuses it.
    """

    _inherit = "pos.order"

    def _has_discount_amounts(self):
        """Whatever was paid with stored value comes back as stored value."""
        return super()._has_discount_amounts() or bool(self._get_value_back())

    def _get_principal_due(self, amounts):
        due = super()._get_principal_due(amounts)
        back = sum(
            money for parts in self._get_value_back().values() for *_x, money in parts
        )
        spent = sum(cover.tender for cover in self._get_covers(amounts))
        return due + self._from_cents(spent - back)

    def _spend_value(self, payment, amounts):
        res = super()._spend_value(payment, amounts)
        vals_list = [
            self._prepare_value_vals(cover.key, lot_id, *share, payment)
            for cover in self._get_covers(amounts)
            for lot_id, share in cover.shares.items()
        ]
        if vals_list:
            self.env["beauty.entitlement"]._post_entry(vals_list)
        return res

    def _get_value_tender(self):
        """Return what of the lines of a captured ticket was paid with principal.

        Such money was received with the recharge: it counts once.

        :return: {pos.order.line: money}, negative where a refund gave it back
        """
        groups = self.env["beauty.entry"]._read_group(
            [
                ("pos_order_line_id", "in", self.lines.ids),
                ("movement", "in", ("redeem", "restore")),
                ("entitlement_id.kind", "=", "value"),
            ],
            ["pos_order_line_id"],
            ["amount:sum"],
        )
        return {line: -amount for line, amount in groups}

    # What is covered

    def _get_line_amounts(self, base_lines=None):
        return Amounts(super()._get_line_amounts(base_lines))

    def _get_covers(self, amounts):
        """Return how stored value pays this ticket, by the member's contracts.

        :param amounts: as of `_get_line_amounts`, which remember it
        :return: list of :class:`..rules.value.Cover`, their keys the lines
        :raises RedemptionRefused: if the till says anything else
        """
        if amounts.covers is None:
            amounts.covers = self._work_out_covers(amounts)
        return amounts.covers

    def _work_out_covers(self, amounts):
        self._ensure_bonus_is_sold()
        prices = self._get_line_prices(amounts)
        total = self._get_value_total(amounts)
        pots = self._get_value_holdings()._get_value_pots(self) if total else []
        if not pots:
            self._ensure_no_bonus()
            return []
        lines = self._prepare_value_lines(pots, prices)
        covers = spend(lines, [pot for _contract, pot in pots], total)
        self._ensure_covered(covers, total)
        self._ensure_bonus(covers)
        self._ensure_sold(covers, amounts)
        return covers

    def _get_value_total(self, amounts):
        """Return what the till wants covered: its tender and its bonus, in cents."""
        paid = sum(
            self.payment_ids.filtered("payment_method_id.is_prepaid").mapped("amount")
        )
        used = sum(amounts[line][1] for line in self._get_use_lines())
        back = sum(
            money for parts in self._get_value_back().values() for *_x, money in parts
        )
        sold = self.lines.filtered(lambda line: line.qty > 0)
        bonus = sum(self._to_cents(line.bonus_amount) for line in sold)
        return self._to_cents(paid - used) + back + bonus

    def _get_value_holdings(self):
        """Return the holdings of stored value that this ticket may spend."""
        holdings = self.env["beauty.entitlement"]
        if not self.partner_id:
            return holdings
        return holdings.search_fetch(
            [
                ("partner_id", "=", self.partner_id.id),
                ("company_id", "=", self.company_id.id),
                ("kind", "=", "value"),
                ("contract_id.state", "=", "active"),
                ("remaining", ">", 0),
            ],
            LOT_FIELDS,
        )

    def _get_line_prices(self, amounts):
        """Return what sold lines cost under their own discount alone.

        :return: {pos.order.line: money with taxes}
        :raises RedemptionRefused: if bonus and points are not what is off
        """
        prices = {}
        for line in self.lines.filtered(lambda line: line.qty > 0):
            prices[line] = amounts[line][1]
            if line.bonus_amount or line.points_amount:
                prices[line] = line._get_gross()
                self._ensure_discount(line, prices[line], amounts[line][1])
        return prices

    def _prepare_value_lines(self, pots, prices):
        pricelists = self.env["product.pricelist"].union(
            *(contract.value_pricelist_id for contract, _pot in pots)
        )
        return [
            line._prepare_value_line(price, pricelists)
            for line, price in prices.items()
            if line._can_be_paid_by_value()
        ]

    def _prepare_value_vals(self, line, holding_id, face, amount, payment):
        return {
            "entitlement_id": holding_id,
            "movement": "redeem",
            "quantity": -self._from_cents(face),
            "amount": -self._from_cents(amount),
            "idempotency_key": f"value:{line.uuid}:{holding_id}",
            "date": self._get_membership_date(),
            "shop_id": self.config_id.beauty_shop_id.id,
            "pos_order_line_id": line.id,
            "pos_payment_id": payment.id,
        }

    def _to_cents(self, money):
        return to_cents(money, self.currency_id.decimal_places)

    def _from_cents(self, cents):
        return from_cents(cents, self.currency_id.decimal_places)
