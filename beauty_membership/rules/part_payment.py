# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A package of which only a part is paid: money that came in, units it frees.

A holding always is the whole promise: its quantity and its amount. What was not
paid yet and what was not released yet are *pending*.
"""

from .allocation import allocate

WHEN_PAID = "paid"
AT_ONCE = "all"
BY_MANAGER = "manager"


def split_payment(payment, unpaid):
    """Share one payment among the holdings of a contract, as far as each is unpaid.

    No holding gets more than it lacks, and the last payment gives each exactly
    what it lacks.

    :param int payment: cents
    :param unpaid: list of int cents that each holding lacks
    :return: list of int cents whose sum is ``payment``
    :raises ValueError: on more than is lacking
    """
    if payment > sum(unpaid):
        raise ValueError("more is paid than is lacking")
    return allocate(payment, unpaid)


def released_units(rule, is_settled, paid, amount, quantity, unit):
    """Return how many units of a holding may be used after a payment.

    The last unit is worth the rest of the amount, so it needs all of it. A gift
    (nothing is behind it) comes with the last payment.

    :param str rule: one of the constants above
    :param bool is_settled: nothing of the contract is left to pay
    :param int paid: cents paid for the holding so far
    :param int amount: cents of the whole holding
    :param int quantity: units of the whole holding
    :param int unit: cents of one unit, rounded down
    :return: int, from 0 to ``quantity``
    """
    if is_settled or rule == AT_ONCE:
        return quantity
    if rule == BY_MANAGER or not amount:
        return 0
    if paid >= amount:
        return quantity
    affordable = paid // unit if unit else quantity
    return min(affordable, quantity - 1)


def further_units(target, released):
    """Return the units that a payment adds; what was released stays released."""
    return max(0, target - released)


def is_enough(paid, price, percent):
    """Return whether a first payment reaches the least part that must be paid.

    :param int paid: cents paid now
    :param int price: cents of the whole price
    :param float percent: of the price, 0 to 100
    """
    return 0 < paid <= price and paid * 100 >= price * percent
