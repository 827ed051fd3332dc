# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Finding a member among many: by phone, card, initials, name.

Ours: ``res.partner.find_members``. Stock: ``get_new_partner`` with the domain
that stock's customer list builds, eleven fields with ilike.
"""

from tools import database
from tools.bench import rig, stats
from tools.bench.report import row

MAX_MS = 20
STEP = 37
STOCK_FIELDS = (
    "name", "parent_name", "phone_mobile_search", "email", "barcode", "street", "zip",
    "city", "state_id", "country_id", "vat",
)  # fmt: skip
SAMPLE = """
    SELECT right(regexp_replace(phone, '\\D', '', 'g'), 11),
           right(regexp_replace(phone, '\\D', '', 'g'), 4),
           member_number, (regexp_match(member_search, ' ([a-z]+) [0-9]'))[1], name
      FROM res_partner WHERE id = ANY(%s) ORDER BY id
"""
KINDS = ("phone", "last 4 digits", "card number", "initials", "name")


def measure(scale):
    """:return: list of Row"""
    with rig.both("large", scale) as (ours, stock):
        result = []
        for kind, queries in samples(ours, scale).items():
            result += measure_kind(kind, queries, ours, stock)
    return result


def samples(till, scale):
    """:return: dict {kind: list of what a cashier types}, every other name Chinese"""
    ids = [till.member(STEP * number) for number in range(scale.search)]
    rows = database.run(SAMPLE, params=[ids], database=till.database)
    columns = zip(*rows, strict=True)
    return {
        kind: [text for text in column if text]
        for kind, column in zip(KINDS, columns, strict=True)
    }


def measure_kind(kind, queries, ours, stock):
    """:return: list of Row for one kind of query"""
    queries = [queries[0], *queries]
    found = rig.in_turn(
        len(queries) - 1,
        {
            "ours": lambda number: find(ours, queries[number]),
            "stock": lambda number: find_stock(stock, queries[number]),
        },
        warm_up=1,
    )
    ms = {key: [t.server_ms for t in timings] for key, timings in found.items()}
    counts = [stats.median(t.queries for t in found[key]) for key in ("ours", "stock")]
    ratio = stats.paired_ratio(ms["ours"], ms["stock"])
    return [
        row(f"search by {kind}, p95 server ms", stats.p95(ms["ours"]),
            stats.p95(ms["stock"]), ratio, max_ours=MAX_MS),
        row(f"search by {kind}, SQL queries", *counts),
    ]  # fmt: skip


def find(till, query):
    """:return: Timing"""
    return till.call("res.partner", "find_members", query, till.facts["config_id"])[1]


def find_stock(till, query):
    """:return: Timing of the search of stock's customer list"""
    domain = ["|"] * (len(STOCK_FIELDS) - 1)
    domain += [[field, "ilike", query + "%"] for field in STOCK_FIELDS]
    config_id = till.facts["config_id"]
    return till.call("res.partner", "get_new_partner", config_id, domain, 0)[1]
