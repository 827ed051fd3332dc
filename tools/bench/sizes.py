# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How big the measured shops are, and how often each thing is measured.

A member holds two packages: two grants and eight uses, ten ledger entries. On
stock Odoo the same member has a loyalty card, and a history line per ticket.
"""

from dataclasses import dataclass

ENTRIES_PER_MEMBER = 10


@dataclass(frozen=True)
class Scale:
    """Members of each shop, and repeats of each measurement."""

    members: dict
    sync: int
    card: int
    search: int
    start: int
    closing: int
    closing_orders: int
    is_quick: bool = False
    # Bring shops of an older state of the addon up to date, instead of anew.
    is_update: bool = False

    def entries(self, size):
        """:return: int ledger entries of the shop of that size, with the addon"""
        return self.members[size] * ENTRIES_PER_MEMBER


FULL = Scale(
    members={
        "small": 1_000,
        "medium": 20_000,
        "large": 100_000,
        "closing": 2_000,
    },
    sync=80,
    card=200,
    search=60,
    start=15,
    closing=3,
    closing_orders=1_000,
)
QUICK = Scale(
    members={"small": 100, "medium": 300, "large": 300, "closing": 100},
    sync=10,
    card=20,
    search=10,
    start=2,
    closing=1,
    closing_orders=20,
    is_quick=True,
)
