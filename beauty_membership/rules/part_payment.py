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
WHEN_SETTLED = "settled"


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
    if rule in (BY_MANAGER, WHEN_SETTLED) or not amount:
        return 0
    if paid >= amount:
        return quantity
    affordable = paid // unit if unit else quantity
    return min(affordable, quantity - 1)


def further_units(target, released):
    """Return the units that a payment adds; what was released stays released."""
    return max(0, target - released)


def paid_share(price, share):
    """Return what of a contract's price is paid, when a share of its invoice is.

    :param int price: cents
    :param float share: 0 to 1; only 1 pays it all
    :return: int cents
    """
    return price if share >= 1 else min(int(price * share + 0.5), price)


def due_units(rule, paid, price, amount, quantity, unit):
    """Return how many units a part payment of an invoice buys of a holding.

    The liability carries the whole amount since the invoice was posted, so what is
    paid counts for it in proportion. Nothing paid buys nothing, whatever the rule.

    :param str rule: one of the constants above
    :param int paid: cents paid of the contract
    :param int price: cents of the contract
    :param int amount: cents of the whole holding
    :param int quantity: units of the whole holding
    :param int unit: cents of one unit, rounded down
    """
    if price and not paid:
        return 0
    is_settled = paid >= price
    paid_for = amount if is_settled else amount * paid // price
    return released_units(rule, is_settled, paid_for, amount, quantity, unit)


def moved_units(due, by_payment, by_manager, remaining):
    """Return the units that a payment gives, or that its undoing takes back.

    What a manager released counts as given and stays; what was used stays used.

    :param due: units that what is paid buys
    :param by_payment: units that payments gave so far
    :param by_manager: units that a manager released
    :param remaining: units not used
    """
    if due < by_payment:
        return -min(by_payment - due, remaining)
    return max(0, due - by_payment - by_manager)


def is_enough(paid, price, percent):
    """Return whether a first payment reaches the least part that must be paid.

    :param int paid: cents paid now
    :param int price: cents of the whole price
    :param float percent: of the price, 0 to 100
    """
    return 0 < paid <= price and paid * 100 >= price * percent
