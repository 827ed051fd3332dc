# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Any history of a member keeps the laws of the ledger, and the books tie out."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from .conftest import IS_NIGHTLY
from .history import History

HISTORIES = 10_000 if IS_NIGHTLY else 300
# The register closes, and its books are compared, after so many histories.
CLOSED_EVERY = 100

PRODUCTS = st.sampled_from(["facial", "massage", "serum"])
PLANS = st.sampled_from(["facials", "facials_sale", "net"])
NUMBERS = st.integers(0, 9)
SHARES = st.sampled_from([0.1, 0.37, 0.5, 1.0])
# What she has on the first day; without it most steps would find nothing to do.
STARTS = st.sampled_from(
    [
        [],
        [("recharge",)],
        [("buy_package", "facials"), ("recharge",)],
        [("buy_in_parts", "paid", 0.37)],
        [("buy_in_parts", "all", 0.1)],
    ]
)
STEPS = st.one_of(
    st.tuples(st.just("buy_package"), PLANS),
    st.tuples(st.just("recharge")),
    st.tuples(st.just("buy"), PRODUCTS, st.integers(1, 3)),
    st.tuples(st.just("use"), NUMBERS, st.integers(1, 4)),
    st.tuples(st.just("use_too_often")),
    st.tuples(
        st.just("spend"),
        st.lists(PRODUCTS, min_size=1, max_size=3),
        st.sampled_from([0.3, 0.5, 1.0]),
    ),
    st.tuples(st.just("spend_forged"), st.sampled_from([-100, -1, 1, 500])),
    st.tuples(st.just("take_points"), st.integers(1, 2)),
    st.tuples(st.just("buy_in_parts"), st.sampled_from(["paid", "all"]), SHARES),
    st.tuples(st.just("collect"), SHARES),
    st.tuples(st.just("refund"), NUMBERS, st.integers(0, 2)),
    st.tuples(st.just("undo")),
    st.tuples(st.just("expire"), NUMBERS),
    st.tuples(st.just("reinstate")),
    st.tuples(st.just("replay"), NUMBERS),
    st.tuples(st.just("transfer"), NUMBERS, SHARES),
    st.tuples(
        st.just("adjust"),
        NUMBERS,
        st.sampled_from([1, 2, 12]),
        st.sampled_from(["up", "down"]),
    ),
    st.tuples(st.just("freeze"), NUMBERS),
    st.tuples(st.just("unfreeze"), NUMBERS),
    st.tuples(st.just("extend"), NUMBERS, st.sampled_from([-1, 30])),
    st.tuples(st.just("upgrade"), NUMBERS),
    st.tuples(st.just("reverse"), NUMBERS),
)

# What chance alone would rarely bring together.
CARDS = [("buy_package", "facials"), ("recharge",)]
CHANGED = [
    ("transfer", 0, 0.5),
    ("adjust", 0, 1, "up"),
    ("adjust", 0, 12, "down"),
    ("extend", 0, -1),
    ("freeze", 0),
    ("freeze", 0),
    ("transfer", 0, 1.0),
    ("unfreeze", 0),
    ("reverse", 0),
    ("upgrade", 0),
]
TAKEN_BACK = [("use", 0, 1), ("undo",), ("use", 0, 2), ("refund", 0, 0)]
LAPSED = [("use", 0, 1), ("expire", 0), ("reinstate",), ("expire", 1), ("use", 0, 1)]

TAKEN = (
    "buy_package",
    "recharge",
    "buy",
    "use",
    "spend",
    "take_points",
    "buy_in_parts",
    "collect",
    "refund",
    "undo",
    "transfer",
    "adjust",
    "freeze",
    "unfreeze",
    "upgrade",
    "reverse",
    "expire",
    "reinstate",
)
REFUSED = (
    "use_too_often",
    "spend_forged",
    "take_points",
    "refund",
    "transfer",
    "adjust",
    "freeze",
    "extend",
)
OUTCOMES = [
    *(f"{step} taken" for step in TAKEN),
    *(f"{step} refused" for step in REFUSED),
]


class Register:
    """Histories played at the register that is open now."""

    def __init__(self, salon, books):
        self.salon, self.books = salon, books
        self.played, self.outcomes = 0, Counter()
        self.till, self.difference = salon.till(), books.difference()

    def play(self, steps):
        """Play one history; now and then the register closes and its books tie."""
        history = History(self.salon, self.till, self.books)
        history.play(steps)
        self.outcomes += history.outcomes
        self.played += 1
        if self.played % CLOSED_EVERY == 0:
            self.close()
            self.till.open()

    def close(self):
        """Close the register: the ledger ties to the journal items, to the cent."""
        self.till.close()
        assert self.books.untied() == []
        assert (
            self.books.rows(
                "SELECT name, message FROM beauty_exception WHERE kind <> 'use'"
                " AND state = 'open' AND session_id = %s",
                self.till.session_id,
            )
            == []
        )
        loose = self.books.value(
            "SELECT count(*) FROM beauty_entry e"
            " JOIN pos_order_line l ON l.id = e.pos_order_line_id"
            " JOIN pos_order o ON o.id = l.order_id"
            " WHERE o.session_id = %s AND e.amount <> 0"
            " AND e.account_move_line_id IS NULL",
            self.till.session_id,
        )
        assert loose == 0
        unbooked = self.books.value(
            "SELECT count(*) FROM beauty_entry WHERE operation_id IS NOT NULL"
            " AND pos_order_line_id IS NULL AND amount <> 0"
            " AND account_move_line_id IS NULL"
        )
        assert unbooked == 0
        assert self.books.difference() == self.difference


def make_part_plan(salon, release):
    """:return: int id of a package that is paid in parts"""
    policy = salon.admin.create(
        "beauty.policy",
        {
            "name": f"In parts, {release}",
            "part_payment": "allowed",
            "release": release,
        },
    )
    return salon.make_plan(f"In parts {release}", 960.0, "facial", policy_id=policy)


@pytest.fixture(scope="module")
def register(salon, books):
    """A register of its own, closed for good at the end."""
    value = {"kind": "value", "quantity": 1000}
    gift = {"kind": "value", "quantity": 200, "is_bonus": True}
    off = {"name": "5 off", "kind": "discount", "points": 100, "amount": 5}
    salon.reward = salon.admin.create("beauty.reward", off)
    salon.parts = {
        release: make_part_plan(salon, release) for release in ("paid", "all")
    }
    salon.recharge = salon.make_plan(
        "1,000 and 200", 1000.0, "facial", line_ids=[[0, 0, value], [0, 0, gift]]
    )
    salon.make_plan("20 facials", 1800.0, "facial", quantity=20)
    salon.manager = salon.login("manager")
    limit = {"beauty_adjust_limit": 100_000}
    salon.admin.call("res.company", "write", [salon.company_id], limit)
    register = Register(salon, books)
    yield register
    register.close()


def test_any_history_keeps_the_laws(register):
    @settings(
        max_examples=HISTORIES,
        deadline=None,
        derandomize=not IS_NIGHTLY,
        database=None,
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(STARTS, st.lists(STEPS, min_size=3, max_size=8))
    @example(CARDS, CHANGED)
    @example(CARDS, TAKEN_BACK)
    @example(CARDS, LAPSED)
    def play(start, steps):
        register.play([*start, *steps])

    play()
    assert register.played >= HISTORIES
    # each kind of step was really taken, and what must be refused was tried
    missing = [outcome for outcome in OUTCOMES if not register.outcomes[outcome]]
    assert missing == [], register.outcomes
