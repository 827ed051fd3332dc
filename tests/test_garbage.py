# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Whatever a till or a script sends: an answer for people, and nothing stored."""

import pytest

from .client import RpcError

# What a till with an old state, or a careless script, would send.
IDS = [None, False, 0, -1, 2_147_483_647]


def answer_of(books, call, *args):
    """Call; a result is fine, a traceback or a stored row is not.

    :return: the result, or the refusal
    """
    before = books.counts()
    try:
        result = call(*args)
    except RpcError as error:
        assert error.is_refusal, error.debug
        result = error
    assert books.counts() == before
    return result


@pytest.mark.parametrize("value", IDS, ids=repr)
def test_member_card(till, books, member, value):
    call = till.client.call
    for args in ([value, till.config_id], [member, value]):
        result = answer_of(books, call, "res.partner", "get_member_card", *args)
        assert isinstance(result, RpcError | dict)


@pytest.mark.parametrize("value", IDS, ids=repr)
def test_find_and_make_members(till, books, member, value):
    call = till.client.call
    answer_of(books, call, "res.partner", "find_members", value, till.config_id)
    answer_of(books, call, "res.partner", "find_members", "x", value)
    answer_of(books, call, "res.partner", "make_member", value, till.config_id)
    answer_of(books, call, "res.partner", "make_member", member, value)


@pytest.mark.parametrize("value", IDS, ids=repr)
def test_undo_and_technician(till, books, member, package, value):
    till.sell(member, till.use(package))
    log = till.card(member)["recent"][0]["log_id"]
    model, call = "beauty.service.log", till.client.call
    answer_of(books, call, model, "action_undo", [log], till.config_id, None, value)
    answer_of(books, call, model, "action_undo", [log], 2_147_483_647, "x", None)
    answer_of(
        books, call, model, "action_change_technician", [log], value, till.config_id
    )
    answer_of(books, call, model, "action_undo", [2_147_483_647], till.config_id, "x")
    assert books.holding(package["entitlement_id"]) == (9, 864.0)


@pytest.mark.parametrize("value", [*IDS, "x", [], {}, {"uuid": None}], ids=repr)
def test_noted_use(till, books, value):
    model, call = "beauty.exception", till.client.call
    answer_of(books, call, model, "report_use", value, "message", till.config_id)
    answer_of(books, call, model, "report_use", {"uuid": "x"}, value, value)


LINE_VALUES = {
    "qty": ["1", None, 1e18, -1e18, 0.1],
    "entitlement_id": [-1, 2_147_483_647, "x"],
    "plan_line_uuid": [5, "", "x" * 300],
    "technician_id": [2_147_483_647],
    "seller_id": [2_147_483_647],
    "beneficiary_id": [2_147_483_647],
    "discount": [1e9, -1e9],
    "price_unit": [1e18, -1e18, "x"],
    "extra_tax_data": ["x", [], {}, {"manual_tax_amounts": {"x": 1}}],
}


@pytest.mark.parametrize(
    ("field", "value"),
    [(field, value) for field, values in LINE_VALUES.items() for value in values],
    ids=repr,
)
def test_line_of_a_ticket(till, books, member, package, field, value):
    """Odoo itself may stumble over some: then with an error, and nothing is stored."""
    before = books.counts()
    try:
        till.sell(member, till.use(package) | {field: value})
    except RpcError:
        assert books.counts() == before
        assert books.holding(package["entitlement_id"]) == (10, 960.0)
    else:
        assert books.holding(package["entitlement_id"]) == (9, 864.0)
    assert books.untied() == []
