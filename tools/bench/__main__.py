# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""``./dev bench [--quick] [--only NAME ...] [--update] [--json FILE]``."""

import argparse
import dataclasses
import os
import sys
import time

from tools import conf
from tools.progress import StepError, lock

from . import report, sizes
from .rows import (
    card,
    closing,
    points,
    rollforward,
    search,
    start,
    sync,
    tiers,
    value,
)

PARTS = {
    "sync": sync.measure,
    "points": points.measure,
    "value": value.measure,
    "card": card.measure,
    "start": start.measure,
    "search": search.measure,
    "closing": closing.measure,
    "tiers": tiers.measure,
    "rollforward": rollforward.measure,
}


def parse(args):
    """:return: the options of the command line"""
    parser = argparse.ArgumentParser(
        "./dev bench",
        description="The same shop on stock Odoo (pos_loyalty) and with the addon: "
        "builds both, measures both in turn, prints one table.",
        epilog="Ends with 1 if a target is missed; --quick is too small to miss one.",
    )
    parser.add_argument(
        "--quick", action="store_true", help="small shops: does it run at all"
    )
    parser.add_argument(
        "--only", action="append", choices=PARTS, metavar="NAME",
        help=f"only this part, again for more: {', '.join(PARTS)}",
    )  # fmt: skip
    parser.add_argument(
        "--update", action="store_true",
        help="bring shops made with older files of the addon up to date (-u), which "
        "is faster than building them anew",
    )  # fmt: skip
    parser.add_argument("--json", metavar="FILE", help="write the table as JSON")
    return parser.parse_args(args)


def measure(names, scale):
    """:return: list of Row of the parts of these names"""
    rows = []
    for name in names:
        started = time.monotonic()
        print(f"  {name} ...", file=sys.stderr, flush=True)
        rows += PARTS[name](scale)
        print(f"  {name}: {time.monotonic() - started:.0f} s", file=sys.stderr)
    return rows


def load():
    """:return: str how busy the machine is, for who reads the figures"""
    return f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}"


def main(args=None):
    """Measure, print, and tell by the exit code whether the targets are met."""
    options = parse(args)
    conf.write_conf()
    scale = sizes.QUICK if options.quick else sizes.FULL
    scale = dataclasses.replace(scale, is_update=options.update)
    before = load()
    with lock("bench"):
        rows = measure(options.only or PARTS, scale)
    print(report.table(rows))
    print(f"\n{time.strftime('%Y-%m-%d')}, {before} at the start, {load()} at the end")
    if options.json:
        report.write_json(rows, options.json)
    return 0 if scale.is_quick or all(item.ok for item in rows) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except StepError as error:
        sys.exit(f"bench: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
