# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The member card, ten entries each, in a small and in a big ledger.

Stock has no card; beside it stands what its till reads when a customer is
chosen, the points of the loyalty card.
"""

from tools.bench import rig, stats
from tools.bench.report import row

MAX_MS = 30
MAX_GROWTH = 1.2
MAX_QUERIES = 12
STEP = 37


def measure(scale):
    """:return: list of Row"""
    with (
        rig.open_till("ours", "small", scale) as small,
        rig.both("large", scale) as (large, stock),
    ):
        found = rig.in_turn(
            scale.card,
            {
                "small": lambda number: read_card(small, number),
                "large": lambda number: read_card(large, number),
                "stock": lambda number: read_points(stock, number),
            },
            warm_up=10,
        )
    return rows(found, scale.entries("small"), scale.entries("large"))


def read_card(till, number):
    """:return: Timing; each call asks for another member"""
    return till.call(
        "res.partner",
        "get_member_card",
        till.member(number * STEP),
        till.facts["config_id"],
    )[1]


def read_points(till, number):
    """:return: Timing of what stock's till reads when a customer is chosen"""
    domain = [
        ["partner_id", "=", till.member(number * STEP)],
        ["program_id", "=", till.facts["program_id"]],
    ]
    fields = [
        "code",
        "expiration_date",
        "partner_id",
        "points",
        "program_id",
        "write_date",
    ]
    return till.call("loyalty.card", "search_read", domain, fields, 0, 1)[1]


def rows(found, small, large):
    """:return: list of Row of ``{key: list of Timing}``"""
    ms = {key: [t.server_ms for t in timings] for key, timings in found.items()}
    queries = [max(t.queries for t in found[key]) for key in ("large", "stock")]
    tail = {key: stats.p95(values) for key, values in ms.items()}
    return [
        row(f"member card, {large:,} entries, p95 server ms (stock: points)",
            tail["large"], tail["stock"], max_ours=MAX_MS),
        row(f"member card, p95 server ms, {large:,} against {small:,} entries",
            tail["large"], ratio=tail["large"] / tail["small"], max_ratio=MAX_GROWTH),
        row(f"member card, {large:,} entries, median server ms (stock: points)",
            stats.median(ms["large"]), stats.median(ms["stock"])),
        row("member card, SQL queries at most (stock: points)", *queries,
            max_ours=MAX_QUERIES),
    ]  # fmt: skip
