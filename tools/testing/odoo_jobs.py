# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Jobs that run the addon's own tests inside Odoo."""

from .. import template
from . import collect, odoo_run
from .result import Job, Result

# The file whose class drives the JavaScript unit tests: a stage of its own.
HOOT_FILE = "test_hoot"
HOOT_TAG = "/beauty_membership:TestHoot"


def jobs(pattern=None):
    """:return: list of Job: plain tests and browser tests apart"""
    tests = collect.odoo_tests()
    whole = pattern in (None, "odoo")
    chosen = [
        test
        for test in tests
        if test.file != HOOT_FILE and (whole or test.matches(pattern))
    ]
    found = []
    for browser, name in ((False, "odoo:unit"), (True, "odoo:tours")):
        shard = [test for test in chosen if test.browser == browser]
        if shard:
            found.append(shard_job(name, shard, whole))
    return found


def shard_job(name, shard, whole):
    """:return: Job that runs these tests"""
    lane = "browser" if shard[0].browser else "plain"
    return Job(name, lambda: run_shard(name, shard, whole), lane)


def tags(shard, whole):
    """:return: str the --test-tags of a shard: its classes, or its methods"""
    if whole:
        names = dict.fromkeys(test.cls for test in shard)
    else:
        names = dict.fromkeys(test.name for test in shard)
    return ",".join(f"/beauty_membership:{name}" for name in names)


def run_shard(name, shard, whole):
    """Run with -u, which is when at_install tests and data are loaded."""
    options = ("-u", "beauty_membership")
    code, log, path = odoo_run.execute(
        name, template.addon_name(), tags(shard, whole), options
    )
    result = odoo_run.judge(code, log, path)
    for test in shard:
        if test.name not in log.started:
            result.fail(f"never ran: {test.name} ({test.file}.py, log: {path})")
    return result


def hoot_job():
    """:return: Job that runs the JavaScript unit tests"""
    return Job("hoot", run_hoot, "browser")


def run_hoot():
    """The whole suite of Odoo runs when a filter finds nothing: a failure."""
    if not collect.hoot_files():
        return Result(failed=1, notes=["there are no JavaScript unit tests"])
    code, log, path = odoo_run.execute(
        "hoot", template.addon_name(), HOOT_TAG, timeout=600
    )
    if code == 0 and log.hoot_passed and not log.hoot_found_nothing:
        result = Result(passed=log.hoot_passed)
        odoo_run.refuse_unexpected(result, log)
        return result
    result = odoo_run.judge(code, log, path)
    result.passed = log.hoot_passed or 0
    if not result.failed:
        result.fail(f"no line '[HOOT] Passed N tests', log: {path}")
    return result
