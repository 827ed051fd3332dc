# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How one price is shared by several things (IFRS 15.76: stand-alone prices)."""


def allocate(amount, weights):
    """Split an amount in proportion to the weights, to the last cent.

    Each share is rounded down; the cents left over go to the largest
    remainders, the first one winning among equals. Without any weight the
    shares are equal.

    :param int amount: cents, zero or more
    :param weights: list of int, zero or more: stand-alone prices in cents
    :return: list of int cents whose sum is ``amount``
    :raises ValueError: on a negative amount or weight
    """
    if amount < 0 or any(weight < 0 for weight in weights):
        raise ValueError("allocate() needs amounts and weights of zero or more")
    if not weights:
        return []
    if not sum(weights):
        weights = [1] * len(weights)
    total = sum(weights)
    shares = [amount * weight // total for weight in weights]
    remainders = [amount * weight % total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-remainders[i], i))
    for index in by_remainder[: amount - sum(shares)]:
        shares[index] += 1
    return shares
