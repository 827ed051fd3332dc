# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Days and months of validity. A last day is always part of the period."""

from dateutil.relativedelta import relativedelta


def last_day(start, months):
    """Return the last day of use of something valid for so many months.

    Twelve months from 15 January last through 15 January of the next year;
    from 31 January one month lasts through 28 or 29 February.

    :param date start: first day
    :param int months: 0 or None: for ever
    :return: date, or None
    """
    return start + relativedelta(months=months) if months else None


def is_over(last, today, grace_days=0):
    """Return whether the last day, grace days included, has gone by."""
    return bool(last) and today > last + relativedelta(days=grace_days)


def is_birthday(birthdate, today):
    """Return whether a birthday falls on that day; 29 February counts on the 28th."""
    return (
        bool(birthdate)
        and birthdate + relativedelta(years=today.year - birthdate.year) == today
    )
