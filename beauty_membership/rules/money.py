# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Money as whole numbers of the smallest unit of a currency."""

from decimal import ROUND_HALF_UP, Decimal


def to_cents(amount, digits):
    """Return the amount in the smallest unit.

    :param float amount: money, already rounded by the currency or close to it
    :param int digits: decimal places of the currency (2 for EUR and CNY)
    :return: int, rounded half away from zero
    """
    scaled = Decimal(repr(float(amount))).scaleb(digits)
    return int(scaled.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def from_cents(cents, digits):
    """Return the money of a whole number of smallest units, as a float."""
    return float(Decimal(cents).scaleb(-digits))
