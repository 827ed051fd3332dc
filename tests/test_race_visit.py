# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Two managers book a home visit of the same sessions at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from .client import RpcError
from .conftest import IS_NIGHTLY

RACES = 50 if IS_NIGHTLY else 5


@pytest.fixture(scope="module")
def managers(salon):
    """Two browsers of the manager, each with a session cookie of its own."""
    return [salon.login("manager") for _browser in range(2)]


def confirm_together(managers, visits):
    """Press Confirm on each visit at once. :return: list of True or errors"""
    barrier = Barrier(len(visits))

    def confirm(pair):
        manager, visit = pair
        barrier.wait()
        try:
            return manager.call("beauty.operation", "action_confirm", [visit])
        except RpcError as error:
            return error

    with ThreadPoolExecutor(len(visits)) as pool:
        return list(pool.map(confirm, zip(managers, visits, strict=True)))


@pytest.mark.parametrize("number", range(RACES))
def test_six_of_ten_are_used_once(books, managers, member, package, number):
    holding = package["entitlement_id"]
    values = {
        "kind": "visit",
        "contract_id": package["contract_id"],
        "visit_quantity": 6,
    }
    visits = [manager.create("beauty.operation", values) for manager in managers]
    outcomes = confirm_together(managers, visits)
    lost = [outcome for outcome in outcomes if isinstance(outcome, RpcError)]
    assert len(lost) == 1, outcomes
    assert lost[0].is_refusal, lost[0].debug
    assert books.holding(holding) == (4, 384.0)
    assert books.entries(holding)[1:] == [("redeem", -6, -576.0)]
    assert books.untied() == []


@pytest.mark.parametrize("number", range(RACES))
def test_one_visit_confirmed_twice_is_booked_once(
    books, managers, member, package, number
):
    values = {"kind": "visit", "contract_id": package["contract_id"]}
    visit = managers[0].create("beauty.operation", values)
    confirm_together(managers, [visit, visit])
    assert books.holding(package["entitlement_id"]) == (9, 864.0)
    moves = books.value(
        "SELECT count(*) FROM account_move WHERE beauty_operation_id = %s", visit
    )
    assert moves == 1
