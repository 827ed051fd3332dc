# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Paying a demo ticket with stored value, as the till does it."""

from odoo.tools import groupby

from ..rules.money import from_cents, to_cents
from ..rules.value import Line, Lot, Pot, spend

DIGITS = 2


def pay_with_value(lots, lines, share):
    """Pay a share of lines whose prices include their taxes.

    :param lots: `value_lots` of a member card
    :param list lines: ticket lines; they get their discount and bonus
    :return: float, the principal that the prepaid tender pays
    """
    wanted = [
        Line(index, line["product_id"], gross, gross)
        for index, line in enumerate(lines)
        if not line["entitlement_id"]
        for gross in [to_cents(line["price_subtotal_incl"], DIGITS)]
    ]
    total = int(sum(line.gross for line in wanted) * share)
    covers = spend(wanted, list(_make_pots(lots)), total)
    for cover in covers:
        _discount(lines[cover.key], from_cents(cover.bonus, DIGITS))
    return from_cents(sum(cover.tender for cover in covers), DIGITS)


def _make_pots(lots):
    usable = [lot for lot in lots if lot["can_use"]]
    for _contract, rows in groupby(usable, key=lambda lot: lot["contract_id"]):
        rows = list(rows)
        yield Pot(
            tuple(_make_lot(row) for row in rows),
            rows[0]["bonus_order"],
            None,
            rows[0]["allows_plans"],
        )


def _make_lot(row):
    return Lot(
        row["entitlement_id"],
        to_cents(row["remaining"], DIGITS),
        to_cents(row["amount_remaining"], DIGITS),
        row["is_bonus"],
        frozenset(row["product_ids"]),
    )


def _discount(line, bonus):
    gross = line["price_subtotal_incl"]
    net_share = line["price_subtotal"] / gross
    line["discount"] = 100 * bonus / gross
    line["bonus_amount"] = bonus
    line["price_subtotal_incl"] = round(gross - bonus, DIGITS)
    line["price_subtotal"] = round((gross - bonus) * net_share, DIGITS)
