# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Passes: days are the units, and they go by whether the member comes or not."""

from datetime import timedelta
from typing import NamedTuple

DAY = "day"
WEEK = "week"
MONTH = "month"
PERIODS = (DAY, WEEK, MONTH)


class Limits(NamedTuple):
    """How many visits a pass allows; 0: as many as she likes."""

    day: int = 0
    week: int = 0
    month: int = 0


def last_pass_day(start, days):
    """Return the last day of a pass of so many days, its first one counted."""
    return start + timedelta(days=days - 1)


def days_left(last, today, days):
    """Return the days a running pass has left, today counted.

    :param date last: its last day
    :param int days: the most it can have
    :return: int from 0 to ``days``
    """
    return min(max((last - today).days + 1, 0), days)


def days_gone(last, today, remaining):
    """Return the days that went by and are still in the ledger, as one stretch.

    Today is not over and does not count. The last day decides, so that a pass
    whose end was moved goes on later.

    :param date last: the last day of the pass
    :param date today: the day on which it is asked
    :param int remaining: days the ledger still holds
    :return: (first day, last day) both included, or None if none went by
    """
    due = remaining - days_left(last, today, remaining)
    if due < 1:
        return None
    end = min(last, today - timedelta(days=1))
    return end - timedelta(days=due - 1), end


def split_by_month(first, last):
    """Cut a stretch of days where a month ends, as books are kept by month.

    :return: list of (last day of the part, int days), oldest first
    """
    parts = []
    while first <= last:
        next_month = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        end = min(last, next_month - timedelta(days=1))
        parts.append((end, (end - first).days + 1))
        first = end + timedelta(days=1)
    return parts


def get_visits_left(visits, day, limits):
    """Return how many visits each limit still allows on a day.

    A week runs from Monday to Sunday, a month is a calendar month.

    :param visits: list of date: the visits made so far, those undone left out
    :param date day: day of the visit wanted
    :param Limits limits: of the pass
    :return: {DAY, WEEK or MONTH: int zero or more}, without what is not limited
    """
    counts = (
        sum(visit == day for visit in visits),
        sum(visit.isocalendar()[:2] == day.isocalendar()[:2] for visit in visits),
        sum((visit.year, visit.month) == (day.year, day.month) for visit in visits),
    )
    return {
        period: max(limit - count, 0)
        for period, limit, count in zip(PERIODS, limits, counts, strict=True)
        if limit
    }


def get_reached_limit(visits, day, limits):
    """Say which limit forbids one more visit on a day, the shortest first.

    :return: DAY, WEEK, MONTH or None; see :func:`get_visits_left`
    """
    left = get_visits_left(visits, day, limits)
    return next((period for period, count in left.items() if not count), None)
