# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What one unit of a holding is worth."""


def unit_value(amount, quantity):
    """Return the value of one unit: the amount over the quantity, rounded down.

    :param int amount: cents behind the whole holding
    :param int quantity: whole units granted, one or more
    :return: int cents
    :raises ValueError: on a quantity below one
    """
    if quantity < 1:
        raise ValueError("a holding has at least one unit")
    return amount // quantity


def take_value(amount_remaining, remaining, unit, units):
    """Return the value of the next units taken out of a holding.

    The last unit takes what is left, so an empty holding has no value:
    833.33 over 10 sessions is 9 x 83.33 and 83.36.

    :param int amount_remaining: cents still behind the holding
    :param int remaining: whole units left
    :param int unit: cents of one unit, from :func:`unit_value`
    :param int units: whole units to take, from 1 to ``remaining``
    :return: int cents
    :raises ValueError: if the holding has not that many units
    """
    if not 1 <= units <= remaining:
        raise ValueError("the holding has not that many units")
    if units == remaining:
        return amount_remaining
    return min(unit * units, amount_remaining)


def give_back_value(amount, units, already_amount, already_units, back):
    """Return the value that comes back when units of one use are undone.

    :param int amount: cents the use took
    :param int units: whole units the use took
    :param int already_amount: cents of it that came back before
    :param int already_units: units of it that came back before
    :param int back: units that come back now
    :return: int cents; the last unit brings back the rest
    :raises ValueError: if more would come back than was taken
    """
    return take_value(
        amount - already_amount, units - already_units, amount // units, back
    )
