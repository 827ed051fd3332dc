# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from typing import NamedTuple

from odoo import api, fields, models
from odoo.tools import SQL

from ..rules.money import from_cents, to_cents
from ..rules.part_payment import AT_ONCE, further_units, released_units, split_payment

# the movements that give what a sale promised, or take it back
PROMISED = ("grant", "adjust", "refund")


class Pending(NamedTuple):
    """What a holding was promised and has not got yet: units, money."""

    units: float
    money: float


class BeautyEntitlement(models.Model):
    """Holdings of a contract that is paid in parts.

    Such a holding is the whole promise from the beginning: quantity, amount and
    so the value of a unit never change. Each payment posts a grant of the units
    it releases and the money it brings. The money may run below zero where more
    may be used than is paid: that is what the member owes.
    """

    _inherit = "beauty.entitlement"

    is_part_paid = fields.Boolean(
        default=False,
        readonly=True,
        copy=False,
        help="Sold for a part of its price: what is held grows with the payments.",
    )

    def _fetch_pending(self):
        """Return what part-paid holdings were promised and have not got yet.

        :return: {beauty.entitlement: Pending}, none for holdings paid in full
        """
        holdings = self.filtered("is_part_paid")
        pending = {h: Pending(h.quantity, h.amount) for h in holdings}
        # sudo: a technician sees what is left, not the entries it is the sum of
        groups = (
            self.env["beauty.entry"]
            .sudo()
            ._read_group(
                [("entitlement_id", "in", holdings.ids), ("movement", "in", PROMISED)],
                ["entitlement_id", "movement"],
                ["quantity:sum", "amount:sum"],
            )
        )
        for holding, movement, quantity, amount in groups:
            units, money = pending[holding]
            got = 0.0 if movement == "adjust" else amount
            pending[holding] = Pending(
                units - quantity, holding.currency_id.round(money - got)
            )
        return pending

    @api.model
    def _query_units_value(self):
        """Return the SQL of what the units left of a holding `h` are worth.

        The last unit takes the rest only where no other unit is pending.
        """
        return SQL(
            """
            CASE WHEN h.is_part_paid IS NOT TRUE THEN h.amount_remaining
                 ELSE (SELECT CASE WHEN h.quantity > SUM(e.quantity)
                                   THEN h.unit_amount * h.remaining
                                   ELSE h.amount_remaining + h.amount
                                        - SUM(e.amount) FILTER (
                                              WHERE e.movement <> 'adjust')
                              END
                         FROM beauty_entry e
                        WHERE e.entitlement_id = h.id AND e.movement IN %s)
            END
            """,
            PROMISED,
        )

    def _get_pending(self):
        self.ensure_one()
        return self._fetch_pending().get(self, Pending(0.0, 0.0))

    def _post_part_payment(self, amount, contract, line, key):
        """Post what one payment brings to the holdings of a contract.

        :param float amount: what the payment puts on the liability
        :param contract: beauty.contract of all of these holdings, its
            ``amount_paid`` with this payment
        :param line: pos.order.line of the payment
        :param str key: retry key of the payment; a holding adds its own
        """
        pending = self._fetch_pending()
        digits = contract.currency_id.decimal_places
        lacking = [to_cents(pending[holding].money, digits) for holding in self]
        shares = split_payment(to_cents(amount, digits), lacking)
        order = line.order_id
        vals_list = [
            {
                "entitlement_id": holding.id,
                "movement": "grant",
                "quantity": holding._get_further_units(
                    contract, lacks - share, pending[holding].units
                ),
                "amount": from_cents(share, digits),
                "idempotency_key": f"{key}:{holding.id}",
                "date": order._get_membership_date(),
                "shop_id": order.config_id.beauty_shop_id.id,
                "pos_order_line_id": line.id,
            }
            for holding, lacks, share in zip(self, lacking, shares, strict=True)
        ]
        self._post_entry([v for v in vals_list if v["quantity"] or v["amount"]])

    def _get_further_units(self, contract, lacks, pending_units):
        """Return the units that a payment releases; a pass runs from its first day.

        :param int lacks: cents of the holding not paid after it
        :param float pending_units: units not released before it
        """
        self.ensure_one()
        digits = self.currency_id.decimal_places
        amount = to_cents(self.amount, digits)
        target = released_units(
            AT_ONCE if self.kind == "pass" else contract.release,
            contract.currency_id.is_zero(contract.amount_due),
            amount - lacks,
            amount,
            self.quantity,
            to_cents(self.unit_amount, digits),
        )
        return further_units(target, self.quantity - pending_units)
