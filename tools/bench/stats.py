# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The few figures the table is made of."""

import math
from statistics import median


def p95(values):
    """:return: the smallest value that at least 95 % of the values do not exceed"""
    ordered = sorted(values)
    return ordered[math.ceil(0.95 * len(ordered)) - 1]


def paired_ratio(ours, stock):
    """Ratio that other programs on the machine disturb least.

    :param ours, stock: values measured in turn, one pair after the other
    :return: float median of the ratios of the pairs
    """
    return median(a / b for a, b in zip(ours, stock, strict=True))


__all__ = ["median", "p95", "paired_ratio"]
