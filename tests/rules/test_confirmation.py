# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How a ticket is confirmed by its member."""

import pytest
from beauty_rules.confirmation import STRENGTH, find_method, is_enough


@pytest.mark.parametrize(
    ("moves", "method"),
    [
        ([], "none"),
        ([("none", 0, 9600)], "none"),
        ([("signature", 0, 1)], "signature"),
        ([("signature", 9600, 9600)], "signature"),
        ([("signature", 9601, 9600)], "none"),
        ([("signature", 0, 9600), ("pin", 0, 100)], "pin"),
        ([("code", 500, 100), ("signature", 0, 100)], "signature"),
    ],
)
def test_the_strictest_contract_decides(moves, method):
    assert find_method(moves) == method


@pytest.mark.parametrize("asked", STRENGTH)
@pytest.mark.parametrize("given", STRENGTH)
def test_the_stronger_is_as_good(given, asked):
    assert is_enough(given, asked) == (STRENGTH.index(given) >= STRENGTH.index(asked))


def test_what_is_unknown_confirms_nothing():
    for given in ("slip", "", None, ["pin"], 3):
        assert not is_enough(given, "signature")
        assert is_enough(given, "none")
