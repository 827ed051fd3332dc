# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which holding is used first."""

from datetime import date


def spending_key(date_expiry, granted, holding_id):
    """Return the sort key of a holding: soonest to expire, then the oldest.

    :param date_expiry: last day of use, or None when it never expires
    :param granted: date or datetime of the grant
    :param int holding_id: breaks the last tie
    """
    return (date_expiry or date.max, granted, holding_id)
