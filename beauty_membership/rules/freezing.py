# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How long a contract stands still, and how often: what its terms allow."""

from datetime import timedelta
from typing import NamedTuple

YEAR = 365

TOO_LONG, TOO_SHORT, TOO_OFTEN = "too_long", "too_short", "too_often"


class Limits(NamedTuple):
    """What a member may freeze without asking; 0: as much as she likes."""

    days: int = 0
    least: int = 0
    times: int = 0


def days_between(first, back):
    """Return the days that stand still from the first one to the day she is back."""
    return (back - first).days


def find_excess(limits, days, days_before=0, times_before=0):
    """Return what a freeze has above its limits.

    :param int days: of this freeze, planned; 0 if its end is open
    :param int days_before: frozen in the year before
    :param int times_before: freezes in the year before
    :return: list of codes
    """
    is_open = not days
    found = [
        (TOO_LONG, limits.days and (is_open or days + days_before > limits.days)),
        (TOO_SHORT, not is_open and days < limits.least),
        (TOO_OFTEN, limits.times and times_before + 1 > limits.times),
    ]
    return [code for code, is_found in found if is_found]


def get_window(day):
    """Return the first day of the year that ends on a day."""
    return day - timedelta(days=YEAR - 1)
