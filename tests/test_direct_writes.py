# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Every role reads the ledger, none writes it, whatever it calls."""

import pytest

from .client import RpcError, denied
from .salon import ROLES

LEDGER = {
    "beauty.entry": {"quantity": 5},
    "beauty.entitlement": {"date_expiry": "2099-12-31"},
    "beauty.contract": {"amount_paid": 0.0},
    "beauty.service.log": {"amount": 1.0},
    "beauty.performance": {"base_amount": 9999.0},
}
PRIVATE = [
    ("beauty.entitlement", "_post_entry", [[]]),
    ("beauty.entitlement", "_prepare_entry_vals", [{}]),
    ("beauty.contract", "_grant", [1000.0, "key"]),
    ("beauty.entry", "_drop_triggers", []),
    ("pos.order", "_settle_membership", []),
]


@pytest.fixture(scope="module")
def clients(salon):
    """One login per role, the administrator too."""
    return {role: salon.login(role) for role in ROLES} | {"admin": salon.admin}


@pytest.fixture(scope="module")
def rows(salon, till):
    """:return: {model: (id, values of the row)} of a package that was used once"""
    member = salon.member()
    till.sell(member, till.plan("facials", seller_id=salon.technician_id))
    till.sell(member, till.use(till.holding(member)))
    read = salon.admin.call
    return {
        model: read(model, "search_read", [], order="id desc", limit=1)[0]["id"]
        for model in LEDGER
    }


def prepare_copy_vals(client, model, row_id):
    """:return: values that would make another row like this one"""
    (row,) = client.call(model, "read", [row_id], load=None)
    fields = client.call(model, "fields_get", attributes=["store", "type", "required"])
    return {
        name: row[name]
        for name, field in fields.items()
        if field["required"] and field["store"] and name != "id"
    }


@pytest.mark.parametrize("role", [*ROLES, "admin"])
@pytest.mark.parametrize("model", LEDGER)
def test_create_write_unlink_and_copy_are_denied(
    clients, books, rows, salon, role, model
):
    client, row_id = clients[role], rows[model]
    values = prepare_copy_vals(salon.admin, model, row_id)
    if model == "beauty.entry":
        values |= {"idempotency_key": "forged", "quantity": 5, "amount": 480}
    with denied(books):
        client.create(model, values)
    with denied(books):
        client.call(model, "write", [row_id], LEDGER[model])
    with denied(books):
        client.call(model, "unlink", [row_id])
    with denied(books):
        client.call(model, "copy", [row_id])


@pytest.mark.parametrize("role", [*ROLES, "admin"])
def test_write_through_another_record_is_denied(clients, books, rows, role):
    """One2many commands are writes too."""
    command = [[1, rows["beauty.entitlement"], {"date_expiry": "2099-12-31"}]]
    with denied(books):
        clients[role].call(
            "beauty.contract",
            "write",
            [rows["beauty.contract"]],
            {"entitlement_ids": command},
        )
    assert not books.rows(
        "SELECT 1 FROM beauty_entitlement WHERE date_expiry = '2099-12-31'"
    )


@pytest.mark.parametrize("role", [*ROLES, "admin"])
@pytest.mark.parametrize(("model", "method", "args"), PRIVATE)
def test_private_methods_are_not_callable(
    clients, books, rows, role, model, method, args
):
    before = books.counts()
    ids = [rows.get(model, 1)]
    with pytest.raises(RpcError):
        clients[role].call(model, method, ids, *args)
    assert books.counts() == before


@pytest.mark.parametrize("role", ["cashier", "manager", "accountant", "admin"])
def test_ledger_can_be_read(clients, rows, role):
    for model in ("beauty.entry", "beauty.entitlement", "beauty.contract"):
        assert clients[role].read(model, [rows[model]], "display_name")


@pytest.mark.parametrize("role", ["cashier", "technician"])
@pytest.mark.parametrize(
    ("model", "values"),
    [
        ("beauty.plan", {"name": "Forged"}),
        ("beauty.tier", {"name": "Forged"}),
        ("beauty.policy", {"name": "Forged"}),
        ("beauty.shop", {"name": "Forged"}),
    ],
)
def test_offers_are_made_by_managers_only(clients, books, role, model, values):
    with denied(books):
        clients[role].create(model, values)


def test_technician_reads_no_ledger(clients, rows):
    with pytest.raises(RpcError) as caught:
        clients["technician"].read("beauty.entry", [rows["beauty.entry"]], "amount")
    assert caught.value.is_refusal


def test_anonymous_cannot_call(server):
    import requests

    params = {"model": "beauty.entry", "method": "search", "args": [[]], "kwargs": {}}
    payload = {"jsonrpc": "2.0", "method": "call", "params": params}
    url = f"{server.url}/web/dataset/call_kw/beauty.entry/search"
    answer = requests.post(url, json=payload, timeout=30).json()
    assert "SessionExpired" in answer["error"]["data"]["name"]
