# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Tiers: reached at once, lowered only when their time is over."""

from datetime import date, timedelta

import pytest
from beauty_rules.tiers import (
    EARNED,
    KEPT,
    LOWERED,
    MATCHING,
    ONE_LEVEL,
    Decision,
    Level,
    Numbers,
    decide,
    get_index,
    get_kept,
    get_missing,
    get_reached,
    is_kept,
)
from hypothesis import given
from hypothesis import strategies as st

TODAY = date(2026, 6, 15)
NEXT_YEAR = date(2027, 6, 15)
PAST, FUTURE = date(2026, 6, 14), date(2026, 12, 31)
ORDINARY = Level(1, validity_months=0)
SILVER = Level(2, Numbers(1000_00), Numbers(800_00))
GOLD = Level(3, Numbers(3000_00, 24, 0, 2000_00), Numbers(2400_00, 18))
DIAMOND = Level(4, Numbers(8000_00), Numbers(6400_00), downgrade=MATCHING)
GOLD_GAPS = {"spend": 500_00, "visits": 4, "recharge": 2000_00}
LADDER = (ORDINARY, SILVER, GOLD, DIAMOND)


def numbers(spend=0, visits=0, points=0, recharge=0):
    """:return: numbers of a window of twelve months, money in units"""
    return {12: Numbers(spend * 100, visits, points, recharge * 100)}


@pytest.mark.parametrize(
    ("done", "tier"),
    [
        (numbers(), 1),
        (numbers(999.99), 1),
        (numbers(1000), 2),
        (numbers(2999.99), 2),
        (numbers(0, 23), 1),
        (numbers(0, 24), 3),
        (numbers(2000, recharge=2000), 3),
        (numbers(8000), 4),
        # a window nobody counted holds nothing
        ({6: Numbers(9000_00)}, 1),
    ],
)
def test_reached(done, tier):
    assert LADDER[get_reached(LADDER, done)].tier_id == tier


@pytest.mark.parametrize(
    ("tier", "until", "done", "expected"),
    [
        # upgrades at once, whatever is left of the old tier
        (2, FUTURE, numbers(3000), Decision(EARNED, 3, NEXT_YEAR)),
        (None, None, numbers(1000), Decision(EARNED, 2, NEXT_YEAR)),
        (None, None, numbers(), Decision(EARNED, 1, None)),
        # nothing is taken before its last day is over
        (3, FUTURE, numbers(), None),
        (3, TODAY, numbers(), None),
        (3, None, numbers(), None),
        # the keeping rule, or reaching it again
        (3, PAST, numbers(2400), Decision(KEPT, 3, NEXT_YEAR)),
        (3, PAST, numbers(0, 18), Decision(KEPT, 3, NEXT_YEAR)),
        (3, PAST, numbers(0, 0, 0, 2000), Decision(KEPT, 3, NEXT_YEAR)),
        # one level down, or to what matches
        (3, PAST, numbers(), Decision(LOWERED, 2, NEXT_YEAR)),
        (4, PAST, numbers(800), Decision(LOWERED, 2, NEXT_YEAR)),
        (4, PAST, numbers(), Decision(LOWERED, 1, None)),
        (2, PAST, numbers(), Decision(LOWERED, 1, None)),
        # a tier that is no more
        (9, PAST, numbers(2400), Decision(EARNED, 2, NEXT_YEAR)),
    ],
)
def test_decide(tier, until, done, expected):
    assert decide(LADDER, tier, until, TODAY, done) == expected


def test_a_tier_given_by_hand_ends_where_the_numbers_stand():
    found = decide(LADDER, 3, PAST, TODAY, numbers(), MATCHING)
    assert found == Decision(LOWERED, 1, None)


def test_without_a_start_level_a_member_may_have_none():
    found = decide((SILVER, GOLD), 2, PAST, TODAY, numbers())
    assert found == Decision(LOWERED, None, None)


@pytest.mark.parametrize(
    ("tier", "done", "expected"),
    [
        (1, numbers(400), (SILVER, {"spend": 600_00})),
        (2, numbers(2500, 20), (GOLD, GOLD_GAPS)),
        (3, numbers(9000), (DIAMOND, {"spend": 0})),
        (4, numbers(), None),
    ],
)  # fmt: skip
def test_missing(tier, done, expected):
    assert get_missing(LADDER, tier, done) == expected


def test_a_level_without_a_rule_is_nothing_to_work_for():
    assert get_missing((ORDINARY, Level(7), DIAMOND), 1, numbers())[0] == DIAMOND


NEEDS = st.builds(Numbers, *[st.integers(0, 5)] * 4)
LADDERS = st.lists(
    st.builds(
        Level,
        st.integers(1, 99),
        NEEDS,
        NEEDS,
        st.sampled_from([6, 12]),
        st.integers(0, 24),
        st.sampled_from([ONE_LEVEL, MATCHING]),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda level: level.tier_id,
).map(tuple)
DONE = st.fixed_dictionaries({6: NEEDS, 12: NEEDS})
UNTIL = st.none() | st.integers(-40, 40).map(lambda days: TODAY + timedelta(days))


@given(LADDERS, st.data(), UNTIL, DONE)
def test_deciding_twice_changes_nothing(ladder, data, until, done):
    tier = data.draw(st.sampled_from([None, *(level.tier_id for level in ladder)]))
    first = decide(ladder, tier, until, TODAY, done)
    if first:
        again = decide(ladder, first.tier_id, first.valid_until, TODAY, done)
        assert again is None


@given(LADDERS, st.data(), UNTIL, DONE)
def test_nothing_is_taken_before_its_end(ladder, data, until, done):
    level = data.draw(st.sampled_from(ladder))
    found = decide(ladder, level.tier_id, until, TODAY, done)
    if found and (until is None or until >= TODAY):
        assert found.kind == EARNED
        assert get_index(ladder, found.tier_id) > get_index(ladder, level.tier_id)


@given(LADDERS, st.data(), DONE)
def test_lowered_is_lower_and_matching_holds(ladder, data, done):
    level = data.draw(st.sampled_from(ladder))
    found = decide(ladder, level.tier_id, PAST, TODAY, done)
    new = get_index(ladder, found.tier_id)
    if found.kind == LOWERED:
        assert new < get_index(ladder, level.tier_id)
        if level.downgrade == MATCHING and new >= 0:
            assert is_kept(ladder, ladder[new], done)
    if found.kind == KEPT:
        assert is_kept(ladder, level, done)


@given(LADDERS, DONE, st.integers(0, 9))
def test_more_money_never_means_a_lower_tier(ladder, done, more):
    richer = {
        months: Numbers(n.spend + more, n.visits, n.points, n.recharge)
        for months, n in done.items()
    }
    assert get_reached(ladder, richer) >= get_reached(ladder, done)
    for level in ladder:
        kept = get_kept(ladder, level.tier_id, richer)
        assert kept >= get_kept(ladder, level.tier_id, done)
