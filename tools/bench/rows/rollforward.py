# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The roll-forward of the prepaid liability, by plan, as the pivot asks for it.

Stock has no such report; beside ours stands the plain SQL that an accountant would
write for the same figures.
"""

import time

from tools.bench import inside, stats
from tools.bench.priority import prefer, prefer_backends
from tools.bench.report import row

MAX_RATIO = 2.0
MEASURES = (
    "opening",
    "sold",
    "redeemed",
    "refunded",
    "transferred",
    "expired",
    "adjusted",
    "closing",
    "in_transit",
)
PLAIN = """
    SELECT c.plan_id,
           SUM(e.amount) FILTER (WHERE e.date < %(first)s),
           SUM(e.amount) FILTER (WHERE e.date >= %(first)s AND e.movement = 'grant'),
           SUM(e.amount) FILTER (WHERE e.date >= %(first)s
                                   AND e.movement IN ('redeem', 'restore')),
           SUM(e.amount) FILTER (WHERE e.date >= %(first)s AND e.movement = 'refund'),
           SUM(e.amount) FILTER (WHERE e.date >= %(first)s
                                   AND e.movement IN ('transfer_in', 'transfer_out')),
           SUM(e.amount) FILTER (WHERE e.date >= %(first)s
                                   AND e.movement IN ('expire', 'reinstate')),
           SUM(e.amount) FILTER (WHERE e.date >= %(first)s
                                   AND e.movement IN ('adjust', 'clawback')),
           SUM(e.amount),
           SUM(e.amount) FILTER (WHERE i.id IS NULL OR i.date > %(last)s)
      FROM beauty_entry e
      JOIN beauty_entitlement h ON h.id = e.entitlement_id
      JOIN beauty_contract c ON c.id = e.contract_id
 LEFT JOIN account_move_line i ON i.id = e.account_move_line_id
     WHERE e.company_id = %(company)s AND e.date <= %(last)s
       AND h.kind <> 'points'
     GROUP BY c.plan_id
"""


def measure(scale):
    """:return: list of Row"""
    found = inside.run(roll, scale, scale.closing * 3)
    ours, plain = ([r[key] for r in found] for key in ("ours", "plain"))
    title = "roll-forward by plan, {contracts:,} contracts, {entries:,} entries"
    medians = [stats.median(values) for values in (ours, plain)]
    return [
        row(
            f"{title.format(**found[0])}, seconds (stock: plain SQL)",
            *medians,
            stats.paired_ratio(ours, plain),
            max_ratio=MAX_RATIO,
        )
    ]


def roll(env, facts, repeats):
    """Read the report and run the plain SQL in turn, as of different days.

    Runs inside Odoo. The first pair only warms up.

    :return: list of dict ours and plain (seconds), contracts, entries
    """
    env = env(context={"allowed_company_ids": [facts["company_id"]]})
    prefer_backends(env.cr.dbname)
    prefer(0)
    env.cr.execute("ANALYZE beauty_entry")
    days = ("2026-06-30", "2026-09-30", "2026-12-31")
    pairs = [roll_once(env, facts, days[n % 3]) for n in range(repeats + 1)]
    return pairs[1:]


def roll_once(env, facts, last):
    """:return: dict ours and plain (seconds), contracts, entries"""
    period = {"first": f"{last[:7]}-01", "last": last, "company": facts["company_id"]}
    started = time.perf_counter()
    env.cr.execute(PLAIN, period)
    expected = {plan: list(values) for plan, *values in env.cr.fetchall()}
    plain = time.perf_counter() - started
    report = env["beauty.liability.report"].with_context(
        date_from=period["first"], date_to=last
    )
    started = time.perf_counter()
    found = report.formatted_read_group(
        [("kind", "!=", "points")],
        ["plan_id"],
        [f"amount_{name}:sum" for name in MEASURES],
    )
    ours = time.perf_counter() - started
    check(found, expected)
    return {
        "ours": ours, "plain": plain,
        "contracts": env["beauty.contract"].search_count([]),
        "entries": env["beauty.entry"].search_count([]),
    }  # fmt: skip


def check(found, expected):
    """:raise ValueError: if the report says anything else than the plain SQL"""
    for group in found:
        ours = [float(group[f"amount_{name}:sum"]) for name in MEASURES]
        plain = [float(value or 0) for value in expected[group["plan_id"][0]]]
        if [round(value, 2) for value in ours] != [round(v, 2) for v in plain]:
            raise ValueError(f"{group['plan_id'][1]}: {ours} != {plain}")
