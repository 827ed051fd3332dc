# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a card that was sold before the ledger began is worth on its first day."""

from typing import NamedTuple

from .part_payment import released_units
from .pricing import take_value, unit_value


class Opening(NamedTuple):
    """Cents and units: what was promised, what came in, what was used of it."""

    promised: int
    granted: int
    used: int
    released: int


def open_units(price, paid, quantity, used, rule):
    """Return the opening of sessions or days of which some are used already.

    Units have the value that they would have if the ledger had sold them: rounded
    down, the last one takes the rest. Of a card that is not paid yet, what is used
    may be more than what came in: the member owes that.

    :param int price: cents agreed for all units
    :param int paid: cents received of it
    :param int quantity: units bought, one or more
    :param int used: units used before
    :param str rule: release rule of :mod:`..rules.part_payment`
    :return: Opening
    :raises ValueError: if more is used than bought, or paid than agreed
    """
    if not 0 <= used <= quantity or not 0 <= paid <= price:
        raise ValueError("used of bought, paid of agreed")
    unit = unit_value(price, quantity)
    taken = take_value(price, quantity, unit, used) if used else 0
    free = released_units(rule, paid == price, paid, price, quantity, unit)
    return Opening(price, paid, taken, max(free, used))


def open_value(paid, left):
    """Return the opening of money put in, of which some is spent.

    :param int paid: cents put in
    :param int left: cents not spent
    :return: Opening; its units are cents of face value
    :raises ValueError: if more is left than was put in
    """
    if not 0 <= left <= paid:
        raise ValueError("left of put in")
    return Opening(paid, paid, paid - left, paid)
