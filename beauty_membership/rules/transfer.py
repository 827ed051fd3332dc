# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a transfer costs, and how the lots of stored value go together."""

from .allocation import allocate

HUNDRED = 10_000


def get_fee(value, percent, amount):
    """Return the fee in cents, taxes included, rounded half up.

    :param int value: cents of what moves, at the contract's price
    :param int percent: hundredths of a percent
    :param int amount: cents, for each transfer
    """
    return (value * percent + HUNDRED // 2) // HUNDRED + amount


def split_like(moved, left, others):
    """Return what of other lots goes with a part of the first.

    :param int moved: cents of the first lot that move
    :param int left: cents of the first lot
    :param list others: cents that the other lots have
    :return: list of int, in their order; all of them if all of the first moves
    """
    if moved >= left:
        return list(others)
    return [allocate(other, [moved, left - moved])[0] for other in others]
