# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Closing a session of many tickets.

Stock: each on the customer account of another customer, so that stock, too,
posts a journal item per customer. Ours: each one use of another member.
"""

import json
import time

from tools import odoo, paths, progress
from tools.bench import rig, shops, stats
from tools.bench.priority import prefer, prefer_backends
from tools.bench.report import row

MAX_RATIO = 1.1
SCRIPT = """
import json, sys
sys.path.insert(0, {root!r})
from tools.bench.rows.closing import close
result = json.dumps(close(env, {facts!r}))
open({answer!r}, "w").write(result)
"""


def measure(scale):
    """:return: list of Row"""
    sides = {
        side: lambda _number, side=side: run(side, scale) for side in ("ours", "stock")
    }
    found = rig.in_turn(scale.closing, sides, warm_up=0)
    seconds = [[r["seconds"] for r in found[side]] for side in ("ours", "stock")]
    queries = [
        stats.median(r["queries"] for r in found[side]) for side in ("ours", "stock")
    ]
    title = f"closing {scale.closing_orders:,} orders"
    ratio = stats.paired_ratio(*seconds)
    medians = [stats.median(values) for values in seconds]
    return [
        row(f"{title}, seconds", *medians, ratio, max_ratio=MAX_RATIO),
        row(f"{title}, SQL queries", *queries),
    ]


def run(side, scale):
    """Close a copy of the shop in a process of its own.

    :return: dict seconds, queries
    """
    answer = paths.LOGS / f"closing_{side}.json"
    answer.unlink(missing_ok=True)
    with shops.copy(side, "closing", scale) as name:
        script = SCRIPT.format(
            root=str(paths.ROOT), facts=shops.facts(name), answer=str(answer)
        )
        odoo.run(
            "shell", "-d", name, "--no-http", "--log-level=warn",
            log=f"closing_{side}.log", stdin=script,
        )  # fmt: skip
    if not answer.exists():
        raise progress.StepError(f"no closing, see {paths.LOGS}/closing_{side}.log")
    return json.loads(answer.read_text())


def close(env, facts):
    """Close the open session as the cashier, first for warming, then for counting.

    Runs inside Odoo.

    :return: dict seconds, queries
    """
    env = env(
        user=facts["user_id"], context={"allowed_company_ids": [facts["company_id"]]}
    )
    close_once(env, facts)
    env.cr.rollback()
    env.invalidate_all()
    prefer_backends(env.cr.dbname)
    prefer(0)
    return close_once(env, facts)


def close_once(env, facts):
    """:return: dict seconds, queries"""
    session = env["pos.session"].browse(facts["session_id"])
    session.post_closing_cash_details(session.cash_register_balance_end)
    started, queries = time.perf_counter(), env.cr.sql_log_count
    result = session.close_session_from_ui()
    env.flush_all()
    seconds = time.perf_counter() - started
    if not result.get("successful"):
        raise RuntimeError(f"the session did not close: {result}")
    return {"seconds": seconds, "queries": env.cr.sql_log_count - queries}
