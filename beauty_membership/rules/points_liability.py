# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What is sold together shares its price by what each part is worth alone (IFRS 15).

Points that a sale gives are a promise of their own (example 52): 100,000 sold with
10,000 points, of which 9,500 are expected to be spent at 1 each, are 91,324 of goods
and 8,676 of points. A bonus that is spent after the money it came with is one as well.
"""


def round_half_up(numerator, denominator):
    """Return a fraction as a whole number; both are zero or more."""
    return (2 * numerator + denominator) // (2 * denominator)


def get_share(price, goods, promise):
    """Return the cents of a price that belong to a promise.

    :param int price: cents paid for both
    :param int goods: cents that the rest is worth alone
    :param int promise: cents that the promise is worth alone
    """
    if price <= 0 or promise <= 0:
        return 0
    return round_half_up(price * promise, goods + promise)


def get_earned(share, used, expected):
    """Return the cents of a promise that are income.

    :param int used: points spent so far
    :param int expected: points that will be spent in all, as known today
    """
    if expected <= 0:
        return share
    return round_half_up(share * min(used, expected), expected)


def get_points_open(price, points, used, left, value, basis):
    """Return the cents of sales that wait for their points to be spent.

    :param int price: cents of the sales that gave the points, without taxes
    :param int points: points given
    :param int used: points of these spent so far
    :param int left: points that can still be spent
    :param int value: cents of 100 points
    :param int basis: hundredths of a percent that are expected to be spent
    """
    expected = max(points, 0) * basis // 100_00
    share = get_share(price, price, expected * value // 100)
    waiting = min(max(expected - used, 0), max(left, 0))
    return share - get_earned(share, expected - waiting, expected)


def get_bonus_open(total, face, left_total, left_face):
    """Return the cents of a recharge that wait for its bonus to be spent.

    :param int total: cents of principal put in
    :param int face: cents that principal and bonus buy
    :param int left_total: cents of principal left
    :param int left_face: cents that can still be bought
    """
    if face <= 0 or left_face <= 0:
        return 0
    return max(round_half_up(max(total, 0) * left_face, face) - left_total, 0)
