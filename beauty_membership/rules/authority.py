# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a cashier may give away by herself on one ticket.

Money in cents, discounts in hundredths of a percent. The till previews the same
rule (static/src/app/utils/authority_rules.js).
"""

from dataclasses import dataclass

EVERYTHING = 10000
# Taxes on top round each line by itself.
TOLERANCE = 1


@dataclass(frozen=True)
class Limits:
    """What a role may give.

    :param discount: largest discount of a line
    :param rounding: money a ticket may be rounded down by, beyond the discount
    :param gift_sessions: sessions that may still be given away this month
    :param bonus: stored value a ticket may give on top of what its plans give
    """

    discount: int = EVERYTHING
    rounding: int = 0
    can_change_price: bool = True
    gift_sessions: int = 0
    bonus: int = 0


@dataclass(frozen=True)
class Sale:
    """One line: what its price list says for all of it, and what it is sold for.

    `paid` counts what bonus, points and later payments cover as well. A line that
    only takes money off has a negative `paid` and nothing listed.
    """

    listed: int
    paid: int
    is_price_changed: bool = False
    gift_sessions: int = 0
    bonus: int = 0

    @property
    def given(self):
        return self.listed - self.paid


def find_excess(sales, limits):
    """Return what a ticket gives beyond the limits.

    :param sales: list of Sale
    :return: {'discount': cents, 'price': lines, 'gift': sessions, 'bonus': cents},
        only those that exceed; empty: nobody has to approve
    """
    excess = {
        "discount": _get_discount_beyond(sales, limits),
        "price": _count_changed(sales, limits),
        "gift": sum(sale.gift_sessions for sale in sales) - limits.gift_sessions,
        "bonus": sum(sale.bonus for sale in sales) - limits.bonus,
    }
    return {code: number for code, number in excess.items() if number > 0}


def _get_discount_beyond(sales, limits):
    """Each line for itself; what is taken off the whole ticket uses what is left."""
    if limits.discount >= EVERYTHING:
        return 0
    beyond = spare = off = 0
    for sale in sales:
        if sale.gift_sessions:
            continue
        if sale.paid < 0:
            off -= sale.paid
            continue
        # the price after a discount is rounded: up to a cent may be missing
        allowed = -(-sale.listed * limits.discount // EVERYTHING) + TOLERANCE
        beyond += max(0, sale.given - allowed)
        spare += max(0, allowed - max(0, sale.given))
    return beyond + max(0, off - spare) - limits.rounding


def _count_changed(sales, limits):
    if limits.can_change_price:
        return 0
    return sum(sale.is_price_changed and sale.given > TOLERANCE for sale in sales)


def is_covered(excess, approved):
    """Whether what was approved covers what a ticket gives beyond the limits.

    :param dict excess: as :func:`find_excess` returns it
    :param dict approved: the same, as it was shown to the manager
    """
    return all(
        number <= approved.get(code, 0) + (TOLERANCE if code == "discount" else 0)
        for code, number in excess.items()
    )
