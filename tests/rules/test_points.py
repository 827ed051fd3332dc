# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a ticket earns, which lot is spent, what a refund takes back."""

from datetime import date

import pytest
from beauty_rules.points import (
    Lot,
    get_earned,
    get_expiry,
    get_given_back,
    get_kept,
    get_reward_count,
    get_spendable,
    is_birthday_month,
    pay_debt,
    split_claw_back,
    split_give_back,
    split_spending,
    to_hundredths,
    weigh,
)
from hypothesis import given
from hypothesis import strategies as st

DAY = date(2026, 11, 24)
LOTS = st.lists(
    st.builds(
        Lot,
        st.integers(1, 10**6),
        st.integers(0, 5_000),
        st.none() | st.dates(date(2026, 10, 1), date(2027, 12, 31)),
        st.none() | st.dates(date(2026, 11, 1), date(2026, 12, 31)),
    ),
    unique_by=lambda lot: lot.id,
    max_size=6,
)


@pytest.mark.parametrize(
    ("cents", "category", "product", "per_amount", "tier", "birthday", "points"),
    [
        (12_000, 1, 1, 100, 1, 1, 120),
        (11_999, 1, 1, 100, 1, 1, 119),
        (12_000, 1, 1, 1_000, 1, 1, 12),
        (12_000, 0, 1, 100, 1, 1, 0),
        (12_000, 1, 0, 100, 1, 1, 0),
        (12_000, 2, 1.5, 100, 1, 1, 360),
        (12_000, 1, 1, 100, 1.5, 2, 360),
        (333, 1, 1, 100, 1.25, 1, 4),
        (99, 1, 1, 100, 1, 1, 0),
        (-11_999, 1, 1, 100, 1, 1, -119),
    ],
)
def test_earned(cents, category, product, per_amount, tier, birthday, points):
    weight = weigh(cents, to_hundredths(category), to_hundredths(product))
    earned = get_earned(
        weight, per_amount, to_hundredths(tier), to_hundredths(birthday)
    )
    assert earned == points


def test_a_ticket_is_rounded_once():
    weight = 3 * weigh(50, 100, 100)
    assert get_earned(weight, 100) == 1


def test_lots_are_spent_soonest_first_and_over_or_pending_ones_never():
    lots = [
        Lot(1, 50),
        Lot(2, 30, date(2027, 1, 31)),
        Lot(3, 20, date(2026, 11, 24)),
        Lot(4, 99, date(2026, 11, 23)),
        Lot(5, 99, date(2026, 12, 31), date(2026, 11, 25)),
        Lot(6, 10, date(2027, 1, 31)),
    ]
    assert split_spending(lots, 65, DAY) == [(3, 20), (2, 30), (6, 10), (1, 5)]
    assert get_spendable(lots, 0, DAY) == 110
    assert get_spendable(lots, 30, DAY) == 80
    assert get_spendable(lots, 500, DAY) == 0


def test_claw_back_takes_its_own_lot_then_others_then_owes():
    lots = [Lot(1, 10, date(2026, 12, 1)), Lot(2, 40, date(2027, 1, 1)), Lot(3, 5)]
    assert split_claw_back(lots, {2}, 30) == ([(2, 30)], 0)
    assert split_claw_back(lots, {2}, 52) == ([(2, 40), (1, 10), (3, 2)], 0)
    assert split_claw_back(lots, {2}, 60) == ([(2, 40), (1, 10), (3, 5)], 5)


def test_debt_is_paid_first():
    assert pay_debt(100, 0) == (0, 100)
    assert pay_debt(100, 30) == (30, 70)
    assert pay_debt(20, 30) == (20, 0)


def test_refund_leaves_what_the_rest_would_have_earned():
    parts = [(weigh(6_050, 100, 100), 1000, 0), (weigh(4_060, 100, 100), 2000, 1000)]
    assert get_kept(parts, 100, 100, 100) == 80
    assert get_kept([(parts[0][0], 1000, 1000)], 100, 100, 100) == 0


def test_spent_points_come_back_in_parts_and_to_the_last_lot_first():
    assert get_given_back(100, 3, 1) == 33
    assert get_given_back(100, 3, 2, 33) == 33
    assert get_given_back(100, 3, 3, 66) == 34
    assert split_give_back([(1, 20), (2, 30)], 35) == [(2, 30), (1, 5)]


@pytest.mark.parametrize(
    ("discount", "amount", "count"),
    [(1_000, 1_000, 1), (3_000, 1_000, 3), (1_500, 1_000, None), (0, 1_000, None)],
)
def test_money_off_comes_in_whole_rewards(discount, amount, count):
    assert get_reward_count(discount, amount) == count


@pytest.mark.parametrize(
    ("months", "end", "last"),
    [
        (12, "month", date(2027, 11, 30)),
        (12, "day", date(2027, 11, 24)),
        (12, "year", date(2027, 12, 31)),
        (3, "month", date(2027, 2, 28)),
        (0, "month", None),
    ],
)
def test_expiry(months, end, last):
    assert get_expiry(DAY, months, end) == last


def test_birthday_month():
    assert is_birthday_month(date(1990, 11, 1), DAY)
    assert not is_birthday_month(date(1990, 12, 24), DAY)
    assert not is_birthday_month(None, DAY)


@given(LOTS, st.integers(0, 20_000))
def test_spending_never_takes_more_than_a_lot_has(lots, points):
    shares = split_spending(lots, points, DAY)
    left = {lot.id: lot.remaining for lot in lots}
    assert all(0 < share <= left[lot_id] for lot_id, share in shares)
    assert sum(share for _lot, share in shares) == min(
        points, get_spendable(lots, 0, DAY)
    )


@given(LOTS, st.integers(0, 20_000))
def test_claw_back_is_complete(lots, points):
    shares, owed = split_claw_back(lots, {lot.id for lot in lots[:1]}, points)
    assert sum(share for _lot, share in shares) + owed == points
    assert owed == max(points - sum(lot.remaining for lot in lots), 0)


@given(
    st.lists(st.tuples(st.integers(0, 10**9), st.integers(1, 50)), max_size=5),
    st.integers(1, 10**4),
    st.integers(0, 1000),
    st.integers(0, 1000),
    st.data(),
)
def test_refunds_in_any_steps_end_at_nothing(lines, per_amount, tier, birthday, data):
    earned = get_earned(sum(weight for weight, _q in lines), per_amount, tier, birthday)
    kept = earned
    back = [0] * len(lines)
    while any(b < q for b, (_w, q) in zip(back, lines, strict=True)):
        index = data.draw(
            st.sampled_from([i for i, b in enumerate(back) if b < lines[i][1]])
        )
        back[index] += data.draw(st.integers(1, lines[index][1] - back[index]))
        parts = [(w, q, b) for (w, q), b in zip(lines, back, strict=True)]
        left = get_kept(parts, per_amount, tier, birthday)
        assert 0 <= left <= kept
        kept = left
    assert kept == 0 or not lines


@given(st.integers(0, 10**6), st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_given_back_in_parts_is_all_that_was_spent(points, steps):
    quantity, back, already = sum(steps), 0, 0
    for step in steps:
        back += step
        already += get_given_back(points, quantity, back, already)
    assert already == points
