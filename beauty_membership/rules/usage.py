# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Whether units of a holding may be used, by the terms of its contract."""

from datetime import date
from typing import NamedTuple

from .periods import is_over

FROZEN = "frozen"
CLOSED = "closed"
EXPIRED = "expired"
NOT_STARTED = "not_started"
OTHER_SHOP = "other_shop"
OTHER_SERVICE = "other_service"
OTHER_DAY = "other_day"
NOT_ENOUGH = "not_enough"


class Terms(NamedTuple):
    """What decides a use; days are inclusive, empty sets allow everything."""

    state: str
    date_start: date
    date_expiry: date | None
    grace_days: int
    shop_ids: frozenset
    product_ids: frozenset
    remaining: float
    weekdays: frozenset = frozenset()  # Monday is 0


def get_refusal(terms, day, product_id=None, shop_id=None, units=1):
    """Say why units cannot be used on a day.

    :param Terms terms: of the contract and its holding
    :param date day: day of the use
    :param product_id: the service, or None for any of them
    :param shop_id: the shop, or None
    :param int units: whole units wanted
    :return: one of the constants above, or None if they may be used
    """
    if terms.state == "frozen":
        return FROZEN
    if terms.state != "active":
        return CLOSED
    if is_over(terms.date_expiry, day, terms.grace_days):
        return EXPIRED
    if day < terms.date_start:
        return NOT_STARTED
    if terms.weekdays and day.weekday() not in terms.weekdays:
        return OTHER_DAY
    if terms.shop_ids and shop_id not in terms.shop_ids:
        return OTHER_SHOP
    if product_id and product_id not in terms.product_ids:
        return OTHER_SERVICE
    return NOT_ENOUGH if units > terms.remaining else None
