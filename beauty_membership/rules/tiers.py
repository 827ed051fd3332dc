# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which tier a member has: reached at once, kept or lowered when its time is over.

A ladder is a tuple of levels, the lowest first. Numbers come by the window of each
level, in months: ``{12: Numbers(...)}``. Money is in cents.
"""

from dataclasses import astuple, dataclass
from datetime import date

from .periods import is_over, last_day

EARNED = "earned"
KEPT = "kept"
LOWERED = "lowered"
ONE_LEVEL = "one_level"
MATCHING = "matching"


@dataclass(frozen=True)
class Numbers:
    """What a member did in a window; as a rule: what is needed, 0 is no way to it."""

    spend: int = 0
    visits: int = 0
    points: int = 0
    recharge: int = 0

    def is_rule(self):
        """:return: bool, whether it names a way at all"""
        return any(need > 0 for need in astuple(self))

    def is_met_by(self, numbers):
        """:return: bool, whether one of the ways was gone: any of them is enough"""
        return any(
            0 < need <= have
            for need, have in zip(astuple(self), astuple(numbers), strict=True)
        )


@dataclass(frozen=True)
class Level:
    """A tier as its rules say."""

    tier_id: int
    entry: Numbers = Numbers()
    keep: Numbers = Numbers()
    window_months: int = 12
    validity_months: int = 12
    downgrade: str = ONE_LEVEL


@dataclass(frozen=True)
class Decision:
    """What becomes of a member's tier; ``tier_id`` None: she has none any more."""

    kind: str
    tier_id: int | None
    valid_until: date | None


def get_index(ladder, tier_id):
    """:return: int, how high a tier stands; -1 for none or one that is no more"""
    ids = [level.tier_id for level in ladder]
    return ids.index(tier_id) if tier_id in ids else -1


def is_start(ladder, level):
    """:return: bool: the lowest level, if nothing is needed for it, is everybody's"""
    return level == ladder[0] and not level.entry.is_rule()


def is_reached(ladder, level, numbers):
    """:return: bool, whether the numbers of its window reach a level"""
    found = numbers.get(level.window_months, Numbers())
    return is_start(ladder, level) or level.entry.is_met_by(found)


def is_kept(ladder, level, numbers):
    """:return: bool, whether a level is kept: by its keeping rule or reached again"""
    found = numbers.get(level.window_months, Numbers())
    return level.keep.is_met_by(found) or is_reached(ladder, level, numbers)


def get_reached(ladder, numbers):
    """:return: int, index of the best level the numbers reach; -1: none"""
    reached = [i for i, lev in enumerate(ladder) if is_reached(ladder, lev, numbers)]
    return max(reached, default=-1)


def get_kept(ladder, tier_id, numbers, downgrade=None):
    """Return where a member stands when the time of her tier is over.

    :param downgrade: ONE_LEVEL or MATCHING; None: as her tier says
    :return: int, index of the level; -1: none
    """
    index = get_index(ladder, tier_id)
    if index >= 0 and is_kept(ladder, ladder[index], numbers):
        return index
    if index >= 0 and (downgrade or ladder[index].downgrade) == ONE_LEVEL:
        return index - 1
    below = ladder[:index] if index >= 0 else ladder
    kept = [i for i, level in enumerate(below) if is_kept(ladder, level, numbers)]
    return max(kept, default=-1)


def decide(ladder, tier_id, valid_until, today, numbers, downgrade=None):
    """Return what happens to a member's tier on a day, or None for nothing.

    A better tier is given at once. Nothing is taken before its last day is over.

    :param tier_id: her tier, or None
    :param date valid_until: its last day; None: for ever
    :param numbers: {months of the window: Numbers}
    :param downgrade: how it is lowered; None: as her tier says
    """
    index = get_index(ladder, tier_id)
    reached = get_reached(ladder, numbers)
    if reached > index:
        return _give(EARNED, ladder[reached], today)
    if not tier_id or not is_over(valid_until, today):
        return None
    kept = get_kept(ladder, tier_id, numbers, downgrade)
    if kept < 0:
        return Decision(LOWERED, None, None)
    return _give(KEPT if kept == index else LOWERED, ladder[kept], today)


def get_missing(ladder, tier_id, numbers):
    """Return the next level a member can work for, and what is missing for each way.

    :return: (Level, {way: int still missing}), or None at the top of the ladder
    """
    index = get_index(ladder, tier_id)
    for level in ladder[index + 1 :]:
        if level.entry.is_rule():
            have = numbers.get(level.window_months, Numbers())
            return level, _get_gaps(level.entry, have)
    return None


def _get_gaps(needs, have):
    gaps = {
        way: max(getattr(needs, way) - getattr(have, way), 0)
        for way in ("spend", "visits", "points")
        if getattr(needs, way)
    }
    # one single recharge: smaller ones before do not help
    return gaps | ({"recharge": needs.recharge} if needs.recharge else {})


def _give(kind, level, today):
    return Decision(kind, level.tier_id, last_day(today, level.validity_months))
