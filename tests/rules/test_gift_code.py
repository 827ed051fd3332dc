# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Codes of gift cards: hard to guess, easy to type."""

import pytest
from beauty_rules.gift_code import (
    ALPHABET,
    LENGTH,
    make_code,
    mask,
    normalise,
    to_groups,
)


def test_codes_are_long_and_never_the_same():
    codes = {make_code() for _i in range(1000)}
    assert len(codes) == 1000
    assert all(len(code) == LENGTH and set(code) <= set(ALPHABET) for code in codes)
    assert len(ALPHABET) == 32


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ABCD-EFGH-JKLM-NPQR", "ABCDEFGHJKLMNPQR"),
        (" abcd efgh jklm npqr\n", "ABCDEFGHJKLMNPQR"),
        ("ABCDEFGHJKLMNPQR", "ABCDEFGHJKLMNPQR"),
        ("ABCD-EFGH-JKLM-NPQ", ""),
        ("ABCD-EFGH-JKLM-NPQ0", ""),
        ("%%%%%%%%%%%%%%%%", ""),
        ("", ""),
        (None, ""),
        (False, ""),
        (12345, ""),
        ({"a": 1}, ""),
    ],
)
def test_typed_code_is_read(typed, code):
    assert normalise(typed) == code


def test_printed_code_reads_back():
    code = make_code()
    assert normalise(to_groups(code)) == code
    assert len(to_groups(code)) == LENGTH + 3


def test_masked_code_shows_its_end_only():
    code = make_code()
    assert mask(code).endswith(code[-4:])
    assert code[:-4] not in mask(code)
    assert not normalise(mask(code))
