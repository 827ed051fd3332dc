# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Run Odoo tests on a copy of a template and judge the outcome.

Odoo ends with 0 when no test ran, when Chromium or websocket-client is
missing and when a module is unknown; so the log is what counts.
"""

from .. import database, odoo, paths
from . import odoo_log, process
from .result import Result

OURS = "odoo.addons.beauty_membership."
# How much of the failures' tracebacks the report repeats.
DETAIL_LINES = 120


def execute(name, template, tags, options=(), timeout=1800):
    """Run tests on a fresh copy.

    :return: (int exit code, OdooLog, path of the log)
    """
    base, log = process.database_name(name), process.log_file(name)
    database.copy(template, base)
    try:
        words = odoo.command(
            "-d", base, "--db-filter", f"^{base}$", "--test-tags", tags,
            "--screenshots", paths.SHOTS, *odoo.ports(), *options,
        )  # fmt: skip
        code = process.run(words, log, timeout)
    finally:
        database.drop(base)
    return code, odoo_log.parse(log), log


def judge(code, log, path):
    """:return: Result of a run of the addon's own tests"""
    result = Result(passed=max(0, log.total - log.failures - log.errors))
    if log.failures + log.errors:
        names = ", ".join(sorted(log.problems)) or "see the log"
        details = "\n      ".join(line[:300] for line in log.details[:DETAIL_LINES])
        note = f"failing: {names}\n    log: {path}\n      {details}"
        result.fail(note, log.failures + log.errors)
    refuse_skipped(result, log)
    refuse_unexpected(result, log)
    if not log.has_result or not log.total or (code and not result.failed):
        cause = "time limit" if code == process.TIMEOUT else f"exit code {code}"
        result.fail(
            f"{log.total} tests, {cause}, log: {path}\n{process.tail(path, 15)}"
        )
    return result


def refuse_skipped(result, log):
    """A skipped test of ours counts as failed, not as passed."""
    for test, logger in log.skipped.items():
        if logger.startswith(OURS):
            result.passed -= 1
            result.fail(f"skipped: {test}")


def refuse_unexpected(result, log):
    """Each kind of unexpected line in the log is a failure."""
    for line in dict.fromkeys(log.unexpected):
        result.fail(f"unexpected in the log: {line}")
