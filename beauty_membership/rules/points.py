# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Points: what a ticket earns, which lot is spent, what a refund takes back.

Short spec, also for the preview at the till (whole numbers only; in JavaScript
as BigInt, the products pass 2^53):

- money in cents of the company's currency; every factor in hundredths (1.5 is 150)
- base of a line: what is paid for it (after all discounts), with or without taxes
  as the company says; refund lines, uses, tips, gift cards and, unless earned when
  put in, recharges count nothing; a line of negative price counts negative
- weight of a line = base x factor of its category x factor of its product
- points = sum of weights x tier x birthday / (per_amount x 100^4), towards zero,
  once for each ticket; tier and birthday are 100 when they do not apply
- debt is paid first, the rest goes to the lot of that expiry
- spent: soonest to expire first, among equals the oldest, never a lot that is over
  or not yet available; what is owed is not spendable
- a line names its reward in `beauty_reward_id`, a plain number at the till (Odoo's
  loyalty owns `reward_id`); a gift has its whole price as points_amount
- a refund leaves what the ticket would have earned without the refunded part, by
  the ratio of that day; the rest is taken from its own lot, then from the others
  (soonest first), then owed
"""

from datetime import date
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from .periods import last_day

HUNDREDTHS = 100
# category, product, tier and birthday factors
SCALE = HUNDREDTHS**4
END_OF_MONTH = "month"
END_OF_YEAR = "year"


class Lot(NamedTuple):
    """Points of one expiry; no date: for ever, and at once."""

    id: int
    remaining: int
    date_expiry: date | None = None
    date_available: date | None = None


def to_hundredths(factor):
    """Return a factor as a whole number of hundredths, never below zero."""
    return max(round(factor * HUNDREDTHS), 0)


def weigh(cents, category_factor, product_factor):
    """Return how much a line counts, for :func:`get_earned`.

    :param int cents: what is paid for the line
    :param int category_factor: hundredths
    :param int product_factor: hundredths
    """
    return cents * category_factor * product_factor


def get_earned(weight, per_amount, tier=HUNDREDTHS, birthday=HUNDREDTHS):
    """Return the points of a ticket, rounded down once.

    :param int weight: sum of :func:`weigh`
    :param int per_amount: cents that earn one point, one or more
    :param int tier: hundredths
    :param int birthday: hundredths
    :return: int; negative if the ticket gave more back than it took
    """
    points = abs(weight) * tier * birthday // (per_amount * SCALE)
    return points if weight >= 0 else -points


def get_kept(parts, per_amount, tier, birthday):
    """Return what a ticket would have earned without what was refunded of it.

    :param parts: list of (weight, quantity, quantity refunded so far), quantities
        in the same whole unit
    :return: int, zero or more
    """
    weight = sum(
        weight * max(quantity - back, 0) // quantity for weight, quantity, back in parts
    )
    return max(get_earned(weight, per_amount, tier, birthday), 0)


def pay_debt(points, debt):
    """Return how many new points go to what is owed, and how many are left."""
    paid = min(points, debt)
    return paid, points - paid


def get_spending_key(lot):
    """Return the sort key of a lot: soonest to expire, then the oldest."""
    return (lot.date_expiry or date.max, lot.id)


def is_spendable(lot, day):
    """Return whether points of a lot can be spent on a day, both ends included."""
    return (
        lot.remaining > 0
        and day <= (lot.date_expiry or date.max)
        and day >= (lot.date_available or date.min)
    )


def get_spendable(lots, debt, day):
    """Return how many points can be spent on a day, net of what is owed."""
    total = sum(lot.remaining for lot in lots if is_spendable(lot, day))
    return max(total - debt, 0)


def split_spending(lots, points, day):
    """Return from which lots points are spent.

    :return: list of (lot id, points); sums to less than ``points`` if the lots do
        not hold that many
    """
    usable = [lot for lot in lots if is_spendable(lot, day)]
    return take(sorted(usable, key=get_spending_key), points)


def split_claw_back(lots, own_ids, points):
    """Return from which lots points are taken back, and how many stay owed.

    :param own_ids: lots that the refunded ticket filled; they come first
    :return: (list of (lot id, points), points owed)
    """
    by_age = sorted(
        lots, key=lambda lot: (lot.id not in own_ids, *get_spending_key(lot))
    )
    taken = take(by_age, points)
    return taken, points - sum(share for _lot, share in taken)


def take(lots, points):
    """Take points from lots in the order given. :return: list of (id, points)"""
    shares = []
    for lot in lots:
        share = min(lot.remaining, points)
        if share > 0:
            shares.append((lot.id, share))
            points -= share
    return shares


def get_given_back(points, quantity, back, already=0):
    """Return the points of a line that come back when a part of it is refunded.

    :param int points: spent on the line
    :param int quantity: of the line, in a whole unit
    :param int back: refunded so far, this time included
    :param int already: points that came back before
    """
    return max(points * min(back, quantity) // quantity - already, 0)


def split_give_back(entries, points):
    """Return which lots points go back to: what was spent last comes back first.

    :param entries: list of (key, points spent and not yet back), in spending order
    :return: list of (key, points)
    """
    return take([Lot(key, left) for key, left in reversed(entries)], points)


def get_reward_count(discount, amount):
    """Return how many times a money-off reward gives a discount.

    :param int discount: cents taken off the ticket's lines
    :param int amount: cents one reward takes off
    :return: int, or None if it does not go in whole times
    """
    if amount <= 0 or discount <= 0 or discount % amount:
        return None
    return discount // amount


def get_expiry(day, months, end):
    """Return the last day of points earned on a day.

    :param int months: 0: for ever
    :param str end: 'day', 'month' or 'year': they last to the end of it
    :return: date, or None
    """
    last = last_day(day, months)
    if last and end == END_OF_YEAR:
        return last + relativedelta(month=12, day=31)
    if last and end == END_OF_MONTH:
        return last + relativedelta(day=31)
    return last


def is_birthday_month(birthdate, day):
    """Return whether a day falls in the month of a birthday."""
    return bool(birthdate) and birthdate.month == day.month
