# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How a till pays lines with stored value, by the rules and the card alone."""

from itertools import groupby

from . import rules  # noqa: F401 (makes beauty_rules known)
from .till import cents

VAT = 1.2


def pots_of(card):
    """:return: list of beauty_rules.value.Pot of what the card says can be used"""
    from beauty_rules.value import Lot, Pot

    usable = [lot for lot in card["value_lots"] if lot["can_use"]]
    pots = []
    for _contract, lots in groupby(usable, key=lambda lot: lot["contract_id"]):
        lots = list(lots)
        pots.append(
            Pot(
                tuple(
                    Lot(
                        lot["entitlement_id"],
                        round(lot["remaining"] * 100),
                        round(lot["amount_remaining"] * 100),
                        lot["is_bonus"],
                        frozenset(lot["product_ids"]),
                    )
                    for lot in lots
                ),
                lots[0]["bonus_order"],
                None,
                lots[0]["allows_plans"],
            )
        )
    return pots


def pay_with_value(card, lines, money):
    """Pay lines of ordinary services and goods, taxes included.

    :param list lines: as `Till.goods` makes them; they get discount and bonus
    :param float money: what is to be covered at most
    :return: float, the prepaid tender
    """
    from beauty_rules.value import Line, spend

    wanted = [
        Line(index, line["product_id"], gross, gross)
        for index, line in enumerate(lines)
        for gross in [round(line["price_subtotal_incl"] * 100)]
    ]
    covers = spend(wanted, pots_of(card), round(money * 100))
    for cover in covers:
        discount_line(lines[cover.key], cover.bonus / 100)
    return sum(cover.tender for cover in covers) / 100


def discount_line(line, bonus, field="bonus_amount"):
    """Take a bonus, or money for points, off a line, as its discount."""
    gross = line["price_subtotal_incl"]
    total = cents(gross - bonus)
    line["discount"] = 100 * bonus / gross
    line[field] = bonus
    line["price_subtotal_incl"] = total
    line["price_subtotal"] = cents(total / VAT)
