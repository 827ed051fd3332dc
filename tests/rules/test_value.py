# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How stored value pays a ticket, and comes back."""

from datetime import date, datetime

import pytest
from beauty_rules.value import Line, Lot, Pot, pot_key, spend
from beauty_rules.value_shares import give_back, split_face
from hypothesis import assume, given
from hypothesis import strategies as st

ORDERS = ("proportional", "principal_first", "bonus_first")
ANY = frozenset()


def principal(cents, amount=None, lot_id=1, products=ANY):
    amount = cents if amount is None else amount
    return Lot(lot_id, cents, amount, product_ids=products)


def gift(cents, lot_id=2, products=ANY):
    return Lot(lot_id, cents, 0, True, products)


def line(gross, key="a", product=7, **values):
    return Line(key, product, gross, values.pop("price", gross), **values)


def pay(lines, pots, total=None):
    """:return: list of (key, covered, tender, bonus)"""
    total = sum(row.gross for row in lines) if total is None else total
    return [cover[:4] for cover in spend(lines, pots, total)]


@pytest.mark.parametrize(
    ("order", "tender"),
    [("proportional", 10000), ("principal_first", 12000), ("bonus_first", 0)],
)
def test_120_of_1000_and_200(order, tender):
    pot = Pot((principal(100000), gift(20000)), order)
    assert pay([line(12000)], [pot]) == [("a", 12000, tender, 12000 - tender)]


@pytest.mark.parametrize(
    ("face", "sums", "order", "part"),
    [
        (100, (1000, 0), "proportional", 100),
        (100, (0, 1000), "proportional", 0),
        (1, (1, 1), "proportional", 1),
        (101, (100, 100), "proportional", 51),
        (150, (100, 100), "principal_first", 100),
        (150, (100, 100), "bonus_first", 50),
        (200, (100, 100), "proportional", 100),
    ],
)
def test_split_of_a_face(face, sums, order, part):
    assert split_face(face, *sums, order) == part


def test_second_line_is_split_by_what_the_first_left():
    pot = Pot((principal(100), gift(50)), "principal_first")
    lines = [line(80, "a"), line(60, "b")]
    assert pay(lines, [pot]) == [("a", 80, 80, 0), ("b", 60, 20, 40)]


def test_pots_are_spent_one_after_the_other():
    pots = [Pot((principal(50, lot_id=1),)), Pot((principal(100, lot_id=3),))]
    (cover,) = spend([line(80)], pots, 80)
    assert cover.shares == {1: (50, 50), 3: (30, 30)}


def test_covers_no_more_than_asked_and_no_more_than_there_is():
    pot = Pot((principal(50),))
    assert pay([line(80)], [pot], total=30) == [("a", 30, 30, 0)]
    assert pay([line(80)], [pot]) == [("a", 50, 50, 0)]
    assert pay([line(80)], [], total=80) == []


def test_lots_for_other_products_are_left_alone():
    pot = Pot((principal(50, products=frozenset({9})), gift(50)))
    assert pay([line(80)], [pot]) == [("a", 50, 0, 50)]
    assert pay([line(80, product=9)], [pot]) == [("a", 80, 40, 40)]


def test_plan_is_paid_from_pots_that_allow_it():
    pots = [
        Pot((principal(100),)),
        Pot((principal(100, lot_id=3),), allows_plans=True),
    ]
    (cover,) = spend([line(150, is_plan=True)], pots, 150)
    assert cover.shares == {3: (100, 100)}


def test_plan_sold_at_a_discount_carries_less_than_its_face():
    pot = Pot((principal(1000, amount=899),))
    covers = spend([line(333, "a"), line(667, "b")], [pot], 1000)
    assert [cover.tender for cover in covers] == [299, 600]
    assert [cover.bonus for cover in covers] == [34, 67]


@pytest.mark.parametrize(
    ("value", "covered", "tender"),
    [
        (8000, 10000, 8000),
        (10000, 10000, 10000),
        (12000, 10000, 10000),
        (0, 10000, 10000),
        (3333, 10000, 3333),
    ],
)
def test_pricelist_of_the_pot_decides_what_a_line_costs(value, covered, tender):
    pot = Pot((principal(50000),), pricelist_id=4)
    row = line(10000, prices={4: value})
    assert pay([row], [pot]) == [("a", covered, tender, covered - tender)]


def test_part_of_a_line_under_the_pricelist():
    pot = Pot((principal(4000),), pricelist_id=4)
    row = line(10000, prices={4: 8000})
    assert pay([row], [pot]) == [("a", 5000, 4000, 1000)]
    assert pay([row], [pot], total=1) == [("a", 1, 1, 0)]


def test_a_cent_moves_between_principal_and_gift():
    pot = Pot((principal(100000), gift(20000)))
    (cover,) = spend([line(12000, bonus=2001)], [pot], 12000)
    assert cover.shares == {1: (9999, 9999), 2: (2001, 0)}
    (cover,) = spend([line(12000, bonus=1999)], [pot], 12000)
    assert cover.shares == {1: (10001, 10001), 2: (1999, 0)}
    assert cover.covered == 12000


def test_more_than_a_cent_does_not_move():
    pot = Pot((principal(100000), gift(20000)))
    assert pay([line(12000, bonus=2002)], [pot]) == [("a", 12000, 10000, 2000)]


def test_a_cent_without_gift_stays_in_the_pot():
    pot = Pot((principal(20000),), pricelist_id=4)
    row = line(12000, prices={4: 10000}, bonus=2001)
    (cover,) = spend([row], [pot], 12000)
    assert cover.shares == {1: (9999, 9999)}


def test_pot_with_the_lot_that_expires_first_comes_first():
    day = datetime(2026, 1, 1)
    early = pot_key([(None, day, 5), (date(2026, 3, 1), day, 6)])
    late = pot_key([(date(2026, 4, 1), day, 1)])
    assert early < late < pot_key([(None, day, 2)])


LOTS = st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(0, 100), st.booleans()),
    min_size=1,
    max_size=4,
)
POTS = st.lists(st.tuples(LOTS, st.sampled_from(ORDERS), st.booleans()), max_size=3)
LINES = st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(-1, 1)),
    max_size=4,
)


def make_pots(rows):
    pots, lot_id = [], 0
    for lots, order, has_pricelist in rows:
        made = []
        for face, percent, is_bonus in lots:
            lot_id += 1
            amount = 0 if is_bonus else face * percent // 100
            made.append(Lot(lot_id, face, amount, is_bonus))
        pots.append(Pot(tuple(made), order, 4 if has_pricelist else None))
    return pots


@given(LINES, POTS, st.integers(0, 10**6))
def test_money_is_neither_made_nor_lost(rows, pot_rows, total):
    pots = make_pots(pot_rows)
    lines = [
        line(gross, key, prices={4: value})
        for key, (gross, value, _) in enumerate(rows)
    ]
    covers = spend(lines, pots, total)
    lines = [
        row._replace(bonus=max(0, cover.bonus + rows[cover.key][2]))
        for cover in covers
        for row in (lines[cover.key],)
    ]
    for checked in (covers, spend(lines, pots, sum(c.covered for c in covers))):
        check_covers(checked, pots, rows, total)


def check_covers(covers, pots, rows, total):
    left = {lot.id: [lot.remaining, lot.amount] for pot in pots for lot in pot.lots}
    for cover in covers:
        assert 0 < cover.covered <= rows[cover.key][0]
        assert cover.tender + cover.bonus == cover.covered
        assert cover.tender == sum(money for _face, money in cover.shares.values())
        for lot_id, (face, amount) in cover.shares.items():
            left[lot_id][0] -= face
            left[lot_id][1] -= amount
    assert sum(cover.covered for cover in covers) <= total
    for remaining, amount in left.values():
        assert 0 <= amount <= remaining


@given(POTS, st.integers(10**5, 10**6))
def test_all_of_it_can_be_spent(pot_rows, price):
    pots = make_pots([(lots, order, False) for lots, order, _ in pot_rows])
    face = sum(lot.remaining for pot in pots for lot in pot.lots)
    lines = [line(price, key) for key in range(face // price + 1)][:50]
    assume(len(lines) * price >= face)
    covers = spend(lines, pots, face)
    assert sum(cover.covered for cover in covers) == face
    money = sum(lot.amount for pot in pots for lot in pot.lots)
    assert sum(cover.tender for cover in covers) == money


@given(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.lists(st.integers(1, 5000), min_size=1, max_size=6),
)
def test_parts_given_back_sum_to_what_was_taken(face, amount, parts):
    amount = min(face, amount)
    backs, before = [0, 0], 0
    for part in parts:
        for index, cents in enumerate((face, amount)):
            back = give_back(cents, sum(parts), before, part)
            assert back >= 0
            backs[index] += back
        assert backs[1] <= backs[0], "a lot never holds more liability than face"
        before += part
    assert backs == [face, amount]
