# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a recharge earns, and which ladders make no sense."""

import pytest
from beauty_rules.ladder import (
    BEST,
    DUPLICATE,
    EACH,
    ENDS_BEFORE_START,
    GAP,
    LAST_ENDS,
    NEGATIVE,
    OVERLAP,
    Step,
    find_problem,
    reached_steps,
    split_instalments,
)
from hypothesis import given
from hypothesis import strategies as st

LADDER = [Step(50000), Step(100000), Step(300000)]


@pytest.mark.parametrize(
    ("amount", "mode", "amounts"),
    [
        (49999, BEST, []),
        (50000, BEST, [50000]),
        (99999, BEST, [50000]),
        (100000, BEST, [100000]),
        (999999, BEST, [300000]),
        (49999, EACH, []),
        (100000, EACH, [50000, 100000]),
        (300000, EACH, [50000, 100000, 300000]),
    ],
)
def test_steps_reached(amount, mode, amounts):
    assert [step.amount for step in reached_steps(LADDER, amount, mode)] == amounts


def test_all_gifts_of_the_best_step_are_given():
    steps = [Step(100, what="value"), Step(50), Step(100, what="session")]
    assert {step.what for step in reached_steps(steps, 120)} == {"value", "session"}


@pytest.mark.parametrize(
    ("steps", "problem"),
    [
        ([], None),
        ([(500, None), (1000, None)], None),
        ([(500, 1000), (1000, None)], None),
        ([(1000, None), (500, 1000)], None),
        ([(0, None)], NEGATIVE),
        ([(-500, None)], NEGATIVE),
        ([(500, 500)], ENDS_BEFORE_START),
        ([(500, 400)], ENDS_BEFORE_START),
        ([(500, None), (500, None)], DUPLICATE),
        ([(500, 999), (1000, None)], GAP),
        ([(500, 1001), (1000, None)], OVERLAP),
        ([(500, 1000), (1000, 5000)], LAST_ENDS),
    ],
)
def test_problems_of_a_ladder(steps, problem):
    found = find_problem([Step(*step) for step in steps])
    assert (found and found[0]) == problem


def test_two_kinds_of_gift_at_one_amount_are_no_problem():
    assert find_problem([Step(500, what="value"), Step(500, what="session")]) is None


@given(st.lists(st.integers(1, 10**6), unique=True), st.integers(0, 10**6))
def test_best_is_one_of_each_and_never_above_the_amount(amounts, amount):
    steps = [Step(cents) for cents in amounts]
    best, each = (reached_steps(steps, amount, mode) for mode in (BEST, EACH))
    assert best == each[-1:]
    assert all(step.amount <= amount for step in each)


@given(st.integers(0, 10**7), st.integers(0, 60))
def test_instalments_sum_to_the_gift(quantity, months):
    parts = split_instalments(quantity, months)
    assert sum(parts) == quantity
    assert len(parts) == max(months, 1)
    assert max(parts) - min(parts) <= 1
