# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What comes back of a contract that ends before it is used up.

All money is in cents, taxes included; percentages are in hundredths. The rows of a
calculation always add up to its refund.
"""

from typing import NamedTuple

EVERYTHING, CONTRACT, LIST, NOTHING = "everything", "contract", "list", "nothing"

SESSION, PASS, VALUE = "session", "pass", "value"

# What a row of the calculation is
PRICE, ARREARS, PAID = "price", "arrears", "paid"
USED, GIFT, CAP, GONE, TAKEN = "used", "gift", "cap", "gone", "taken"
KEPT, NOT_OWED, NO_REFUND = "kept", "not_owed", "no_refund"
FEE, INTEREST = "fee", "interest"

ALL = 10_000
YEAR = 365


class Use(NamedTuple):
    """What was used of one holding.

    ``units`` are sessions, days, or cents of stored value; ``contract`` is their
    price in the contract, ``unit_list`` the price of one unit sold alone; ``ref`` is
    the caller's name of the holding.
    """

    kind: str
    units: int
    contract: int
    unit_list: int = 0
    is_gift: bool = False
    ref: int = 0

    @property
    def listed(self):
        """What was used costs at the list price; days of a pass by their number."""
        if self.kind == PASS:
            return self.contract
        if self.kind == VALUE:
            return max(self.units, self.contract)
        return max(self.units * self.unit_list, self.contract)


class Case(NamedTuple):
    """A contract on the day of its refund.

    ``paid`` is what was received of ``price``; ``gone`` what left otherwise, refunds
    before this one included, at the contract's price; ``taken`` what those refunds
    took above the contract's price; ``kept`` what stays, at the contract's price.
    """

    price: int
    paid: int
    uses: tuple = ()
    gone: int = 0
    taken: int = 0
    kept: int = 0
    days: int = 0


class Terms(NamedTuple):
    """The terms that hold for one cause."""

    valuation: str = CONTRACT
    clawback: int = ALL
    fee_percent: int = 0
    fee_amount: int = 0
    interest: int = 0
    takes_gifts: bool = False


class Row(NamedTuple):
    """One row of a calculation: what it is, its money, and the use it is about."""

    key: str
    amount: int
    use: Use | None = None


class Refund(NamedTuple):
    """What comes back, row by row. ``base`` is it before fee and interest."""

    rows: tuple
    base: int
    fee: int
    interest: int

    @property
    def amount(self):
        return self.base - self.fee + self.interest


def calculate(case, terms):
    """Work out a refund.

    The base is what was paid, less what was used, went or stays, never below zero.
    The fee is never more than that.

    :param case: Case
    :param terms: Terms
    :return: Refund
    """
    rows = [*get_paid_rows(case), *get_rows_off(case, terms)]
    base = sum(row.amount for row in rows)
    if base < 0:
        rows.append(Row(NOT_OWED, -base))
        base = 0
    fee = min(base, proportion(base, terms.fee_percent, ALL) + terms.fee_amount)
    interest = proportion(base - fee, terms.interest * case.days, ALL * YEAR)
    rows += [row for row in (Row(FEE, -fee), Row(INTEREST, interest)) if row.amount]
    return Refund(tuple(rows), base, fee, interest)


def get_paid_rows(case):
    """Return what was paid; of a contract with arrears, its price less these."""
    if case.paid >= case.price:
        return [Row(PAID, case.paid)]
    return [Row(PRICE, case.price), Row(ARREARS, case.paid - case.price)]


def get_rows_off(case, terms):
    """Return the rows that are taken off what was paid."""
    if terms.valuation == NOTHING:
        return [Row(NO_REFUND, -case.paid)]
    rows = [] if terms.valuation == EVERYTHING else get_use_rows(case, terms)
    rows += [Row(GONE, -case.gone), Row(KEPT, -case.kept)]
    return [row for row in rows if row.amount or row.use]


def get_use_rows(case, terms):
    """Return the price of what was used, and what the list price may not take."""
    uses = [use for use in case.uses if use.units]
    own = [use for use in uses if not use.is_gift or use.kind == VALUE]
    if terms.valuation == CONTRACT:
        return [Row(USED, -use.contract, use) for use in own]
    rows = [Row(USED, -use.listed, use) for use in own]
    if terms.takes_gifts:
        gifts = [use for use in uses if use not in own]
        rows += [Row(GIFT, -use.listed, use) for use in gifts]
    above = sum(use.listed - use.contract for use in own)
    most = proportion(case.paid, terms.clawback, ALL)
    # what earlier refunds took is not taken twice
    return [
        *rows,
        Row(CAP, max(0, above - most)),
        Row(TAKEN, min(case.taken, above)),
    ]


def proportion(amount, part, whole):
    """Return a part of an amount, rounded half up. :return: int cents"""
    return (2 * amount * part + whole) // (2 * whole) if whole else 0


def value_used(face, paid, granted):
    """Return what stored value is at the contract's price: paid/(paid + bonus).

    :param int face: cents of its face, principal and bonus alike
    :param int paid: cents paid for all of it
    :param int granted: cents of the face of all of it, bonus included
    :return: int cents, never more than the face where the face is no less than paid
    """
    return proportion(face, paid, granted)


def is_cooling_off(paid_on, day, days, had_before):
    """Whether a refund needs no cause yet: the last day is included.

    :param date paid_on: day of the payment
    :param int days: of the contract; 0: none
    :param bool had_before: the member had the same service before, and the contract
        excludes that
    """
    return bool(days) and not had_before and (day - paid_on).days <= days
