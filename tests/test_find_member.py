# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The cashier finds a member by whatever the member says."""

import pytest


@pytest.fixture(scope="module")
def people(salon, till):
    """:return: {key: (partner id, member number)}"""
    contacts = {
        "wang": {"name": "王小明", "phone": "+86 138 0013 8801"},
        "li": {"name": "李娜", "phone": "139 1234 8801"},
        "anna": {"name": "Anna-Lena Zyx", "phone": "+49 151 2345677"},
    }
    found = {}
    for key, values in contacts.items():
        partner = salon.admin.create("res.partner", values)
        call = salon.admin.call
        card = call("res.partner", "make_member", partner, till.config_id)
        found[key] = partner, card["member_number"]
    return found


def find(till, query):
    """:return: dict, the server's answer"""
    return till.client.call("res.partner", "find_members", query, till.config_id)


def ids(answer):
    """:return: set of the partners found"""
    return {row["id"] for row in answer["partners"]}


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("王小明", "wang"),
        ("王小", "wang"),
        ("wxm", "wang"),
        ("WXM", "wang"),
        ("Anna", "anna"),
        ("zyx", "anna"),
        ("alz", "anna"),
        ("Anna Zyx", "anna"),
        ("5677", "anna"),
        ("1512345677", "anna"),
        ("138 0013 8801", "wang"),
        ("13912348801", "li"),
    ],
)
def test_one_is_found(till, people, query, key):
    assert people[key][0] in ids(find(till, query))


def test_card_or_qr_finds_exactly_one(till, people):
    partner, number = people["anna"]
    answer = find(till, number)
    assert (ids(answer), answer["exact"]) == ({partner}, True)
    (row,) = answer["partners"]
    assert row["member_number"] == number
    assert partner in {row["id"] for row in answer["res.partner"]}


def test_same_last_digits_give_a_list_with_masked_phones(till, people):
    answer = find(till, "8801")
    assert {people["wang"][0], people["li"][0]} <= ids(answer)
    assert not answer["exact"]
    for row in answer["partners"]:
        assert row["phone_masked"].endswith("8801")
        assert "0013" not in row["phone_masked"]
        assert "1234" not in row["phone_masked"]


@pytest.mark.parametrize(
    "query",
    ["", " ", "%", "_", "%%", "\\", "'; DROP TABLE res_partner; --", "x" * 5000],
)
def test_query_is_taken_literally(till, people, query):
    answer = find(till, query)
    assert not ids(answer) & {partner for partner, _number in people.values()}


def test_inner_parts_of_a_word_do_not_count(till, people):
    assert people["anna"][0] not in ids(find(till, "nna"))
