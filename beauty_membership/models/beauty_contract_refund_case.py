# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict

from odoo import models

from ..rules.money import from_cents, to_cents
from ..rules.refund import PASS, SESSION, VALUE, Case, Use, value_used

# What fills a holding, and what is its use; all else left it otherwise.
FILLED = ("grant", "transfer_in")
USED = ("redeem", "restore")


class BeautyContract(models.Model):
    """A contract as the rule of refunds sees it: in cents, taxes included."""

    _inherit = "beauty.contract"

    def _get_refund_case(self, leaving, days=0):
        """Return what was paid, used, left and stays.

        :param leaving: {beauty.entitlement: (units, book value)} that the refund takes
        :param int days: since the contract was ended, for the interest
        :return: rules.refund.Case
        """
        self.ensure_one()
        moves = self._fetch_refund_moves()
        uses = self._get_value_uses(moves) + self._get_unit_uses(moves)
        gone = self._get_gross(-sum(row["gone"] for row in moves.values()))
        case = Case(
            price=self._to_cents(self.price_total),
            paid=self._to_cents(self.amount_paid),
            gone=gone,
            taken=self._get_taken_before(),
            kept=self._get_kept(leaving, moves),
            days=days,
        )
        return case._replace(uses=tuple(self._fit_uses(uses, case)))

    def _to_cents(self, money):
        return to_cents(money, self.currency_id.decimal_places)

    def _from_cents(self, cents):
        return from_cents(cents, self.currency_id.decimal_places)

    def _fetch_refund_moves(self):
        """Return what moved each holding of the contract but points.

        :return: {beauty.entitlement: {used_units, used, gone (money), granted (money)}}
        """
        # sudo: a technician's or cashier's quote reads the sums, not the entries
        holdings = self.sudo().entitlement_ids.filtered(lambda h: h.kind != "points")
        moves = {holding: defaultdict(float) for holding in holdings}
        for holding, movement, units, money in (
            self.env["beauty.entry"]
            .sudo()
            ._read_group(
                [("entitlement_id", "in", holdings.ids)],
                ["entitlement_id", "movement"],
                ["quantity:sum", "amount:sum"],
            )
        ):
            row = moves[holding]
            if movement in USED:
                row["used_units"] -= units
                row["used"] -= money
            elif movement in FILLED:
                row["granted"] += money
            else:
                row["gone"] += money
        return moves

    # Taxes: where they were due at the sale, the books carry less than she paid

    def _get_sale_taxes(self):
        """Return the taxes that the sale was due; none where each use is taxed."""
        self.ensure_one()
        if self.tax_point != "sale":
            return self.env["account.tax"]
        line = self.sudo().pos_order_line_id
        taxes = line.tax_ids_after_fiscal_position or self.sudo().move_line_id.tax_ids
        if taxes or line:
            return taxes
        product = self.plan_id.product_tmpl_id.product_variant_id
        return self.company_id._get_service_taxes(product)

    def _get_gross(self, money):
        """Return book value with the taxes that its sale was due, in cents."""
        taxes = self._get_sale_taxes()
        if taxes:
            money = taxes.compute_all(
                money, self.currency_id, handle_price_include=False
            )["total_included"]
        return self._to_cents(self.currency_id.round(money))

    # What was used, by kind

    def _get_value_uses(self, moves):
        """Return what was spent of stored value, principal and bonus alike."""
        paid, granted = self._get_value_pot(moves)
        return [
            Use(
                VALUE,
                face,
                value_used(face, paid, granted),
                unit_list=1,
                is_gift=holding.is_bonus,
                ref=holding.id,
            )
            for holding, row in moves.items()
            if holding.kind == "value"
            for face in [self._to_cents(row["used_units"])]
        ]

    def _get_value_pot(self, moves):
        """Return what was paid for the stored value, and its face, in cents."""
        value = [holding for holding in moves if holding.kind == "value"]
        paid = self._get_gross(sum(moves[holding]["granted"] for holding in value))
        return paid, self._to_cents(sum(holding.quantity for holding in value))

    def _get_unit_uses(self, moves):
        return [
            Use(
                PASS if holding.kind == "pass" else SESSION,
                int(row["used_units"]),
                self._get_gross(row["used"]),
                unit_list=self._get_list_gross(holding),
                is_gift=holding.is_bonus and not holding.amount,
                ref=holding.id,
            )
            for holding, row in moves.items()
            if holding.kind != "value"
        ]

    def _get_list_gross(self, holding):
        """Return what one unit cost alone on the day of the sale, taxes included."""
        product = holding.product_ids[:1]
        taxes = self.company_id._get_service_taxes(product)
        price = taxes.compute_all(holding.list_price, self.currency_id, product=product)
        return self._to_cents(price["total_included"])

    def _fit_uses(self, uses, case):
        """The cents of rounded taxes belong to what was used."""
        units = [use for use in uses if use.kind != VALUE and use.contract]
        if not units or not self._get_sale_taxes() or case.price > case.paid:
            return uses
        left = self._get_gross(sum(self.entitlement_ids.mapped("amount_remaining")))
        value = sum(use.contract for use in uses if use.kind == VALUE)
        rest = case.paid - left - case.gone - value
        rest -= sum(use.contract for use in units)
        fitted = units[0]._replace(contract=units[0].contract + rest)
        return [fitted if use is units[0] else use for use in uses]

    # What stays

    def _get_kept(self, leaving, moves):
        """Return the cents of what the contract keeps, at its own price."""
        kept = gone = used = face = 0
        for holding, row in moves.items():
            units, book = leaving.get(holding, (0.0, 0.0))
            if holding.kind == "value":
                used += self._to_cents(row["used_units"])
                face += self._to_cents(holding.remaining - units)
            else:
                kept += holding.amount_remaining
                gone += book
        paid, granted = self._get_value_pot(moves)
        value = value_used(used + face, paid, granted) - value_used(used, paid, granted)
        return self._get_gross(kept) - self._get_gross(gone) + value

    def _get_taken_before(self):
        """Return the cents that earlier refunds took above the contract's price."""
        return self._to_cents(sum(self._get_done_refunds().mapped("taken_amount")))
