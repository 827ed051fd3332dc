# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Odoo's own suites, with and without the addon: the lists must agree."""

import json

from .. import paths, template
from . import odoo_run
from .result import Job, Result

CI_SUITES = ("pos_hr",)
NIGHTLY_SUITES = ("pos_hr", "pos_loyalty", "loyalty", "point_of_sale", "account")
LIMIT = 2 * 3600


def jobs(nightly):
    """:return: list of Job, one per suite"""
    suites = NIGHTLY_SUITES if nightly else CI_SUITES
    return [suite_job(suite) for suite in suites]


def suite_job(suite):
    """:return: Job that compares one suite"""
    return Job(f"stock:{suite}", lambda: compare(suite))


def compare(suite):
    """:return: Result: what passes on stock Odoo passes with the addon"""
    result, source = Result(), template.plain()
    stock = stock_passed(suite)
    ours, path = passed(f"stock:{suite}:with", source, f"/{suite}")
    lost = sorted(stock - ours)
    # A second chance: a browser test may have been slow on a busy machine.
    if lost:
        tags = ",".join(f"/{suite}:{test}" for test in lost)
        again, path = passed(f"stock:{suite}:again", source, tags)
        ours |= again
    for test in sorted(stock):
        result.check(test in ours, f"{suite} {test} passes on stock only, log: {path}")
    if not stock:
        result.fail(f"no test of {suite} passed on stock Odoo")
    return result


def passed(name, source, tags):
    """:return: (set of tests that passed, path of the log)"""
    _code, log, path = odoo_run.execute(name, source, tags, timeout=LIMIT)
    return log.passed, path


def stock_passed(suite):
    """:return: set of tests that pass without the addon, kept per template"""
    source = template.base_name()
    file = paths.STATE / f"stamps/stock_{source}_{suite}.json"
    if not file.exists():
        found, _path = passed(f"stock:{suite}:without", source, f"/{suite}")
        file.write_text(json.dumps(sorted(found)))
    return set(json.loads(file.read_text()))
