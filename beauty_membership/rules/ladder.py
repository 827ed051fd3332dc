# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The ladder of a recharge: what each amount put in gives on top.

A step counts from its amount on (included) up to the next step's (not included):
with 500 gives 50 and 1,000 gives 150, 999.99 gives 50 and 1,000 gives 150.
Cents, whole numbers. Steps of one amount belong together (150 and a facial).
"""

from typing import NamedTuple

from .allocation import allocate

BEST = "best"
EACH = "each"
# What is wrong with a ladder
NEGATIVE = "negative"
ENDS_BEFORE_START = "ends_before_start"
DUPLICATE = "duplicate"
GAP = "gap"
OVERLAP = "overlap"
LAST_ENDS = "last_ends"


class Step(NamedTuple):
    """From this amount on; ``end`` (not included) may stay empty. What: its kind."""

    amount: int
    end: int | None = None
    what: object = None


def reached_steps(steps, amount, mode=BEST):
    """Return the steps that an amount earns.

    :param steps: list of :class:`Step`
    :param int amount: cents put in
    :param str mode: BEST: the highest step reached; EACH: all steps reached
    :return: list of :class:`Step`, lowest first
    """
    reached = sorted(
        (step for step in steps if step.amount <= amount), key=lambda s: s.amount
    )
    if mode == EACH or not reached:
        return reached
    return [step for step in reached if step.amount == reached[-1].amount]


def find_problem(steps):
    """Return what is wrong with a ladder.

    :param steps: list of :class:`Step`
    :return: None, or (one of the constants above, the step, the next step or None)
    """
    steps = sorted(steps, key=lambda step: step.amount)
    for step in steps:
        if step.amount <= 0:
            return NEGATIVE, step, None
        if step.end is not None and step.end <= step.amount:
            return ENDS_BEFORE_START, step, None
    for index, step in enumerate(steps):
        problem = _compare_with_next(step, steps[index + 1 :])
        if problem:
            return problem
    return None


def _compare_with_next(step, later):
    if any((step.amount, step.what) == (o.amount, o.what) for o in later):
        return DUPLICATE, step, None
    if step.end is None:
        return None
    following = next((o for o in later if o.amount > step.amount), None)
    if following is None:
        return LAST_ENDS, step, None
    if step.end < following.amount:
        return GAP, step, following
    return (OVERLAP, step, following) if step.end > following.amount else None


def split_instalments(quantity, months):
    """Return what each month gives; the first month is the sale's.

    :param int quantity: cents, or whole units
    :param int months: 0 or 1: all at once
    """
    return allocate(quantity, [1] * max(months, 1))
