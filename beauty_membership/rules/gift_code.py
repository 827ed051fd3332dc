# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The code on a gift card: whoever has it, has the card."""

import secrets

# no 0, 1, I and O: read aloud and typed by hand
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
# 80 bits
LENGTH = 16
GROUP = 4


def make_code():
    """Return a new code that nobody can guess."""
    return "".join(secrets.choice(ALPHABET) for _i in range(LENGTH))


def normalise(text):
    """Return a code as it is kept, however it was typed or scanned.

    :param text: anything
    :return: str; empty if it cannot be a code
    """
    code = "".join(char for char in str(text or "").upper() if char.isalnum())
    is_code = len(code) == LENGTH and set(code) <= set(ALPHABET)
    return code if is_code else ""


def to_groups(code):
    """Return a code as it is printed: groups of four."""
    parts = [code[i : i + GROUP] for i in range(0, len(code), GROUP)]
    return "-".join(parts)


def mask(code):
    """Return a code of which only the last group can be read."""
    return "-".join(["····"] * (LENGTH // GROUP - 1) + [code[-GROUP:]])
