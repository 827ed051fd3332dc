# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Jobs run by pytest: the pure rules, and the end to end tests."""

from xml.etree import ElementTree

from .. import paths, shot, template
from . import process
from .result import Job, Result

TESTS = paths.ROOT / "tests"
RULES = TESTS / "rules"
NOTHING_COLLECTED = 5


def environment(nightly):
    """What the end to end tests know of their surroundings.

    BM_ODOO: the words that start Odoo; BM_CONF: its configuration file;
    BM_TEMPLATE: the database to copy, addon installed; BM_SOCKET:
    PostgreSQL's socket folder (user odoo); BM_CHROMIUM: the browser;
    BM_NIGHTLY: "1" for the long variants.
    """
    return {
        "BM_ROOT": str(paths.ROOT),
        "BM_ODOO": f"{paths.PYTHON} {paths.ODOO_BIN}",
        "BM_CONF": str(paths.CONF),
        "BM_TEMPLATE": template.addon_name(),
        "BM_SOCKET": paths.socket_folder(),
        "BM_CHROMIUM": shot.CHROMIUM,
        "BM_NIGHTLY": "1" if nightly else "",
    }


def rules_job(pattern, nightly):
    """:return: Job of the tests that need no database"""
    words = [str(RULES), f"--confcutdir={RULES}"]
    return Job("rules", lambda: run("rules", words, pattern, nightly, 900))


def lifecycle_job(file, pattern, nightly):
    """:return: Job of the end to end tests that need no browser and no server"""
    return Job("lifecycle", lambda: run("lifecycle", [file], pattern, nightly, 1800))


def e2e_job(pattern, nightly, elsewhere):
    """:return: Job of the tests against a real server, but for one file"""
    words = [str(TESTS), f"--ignore={RULES}", f"--ignore={elsewhere}"]
    limit = 4 * 3600 if nightly else 1800
    return Job("e2e", lambda: run("e2e", words, pattern, nightly, limit), "browser")


def run(name, words, pattern, nightly, timeout):
    """:return: Result of one pytest run; a pattern may match nothing in it"""
    log = process.log_file(name)
    report = log.with_suffix(".xml")
    report.unlink(missing_ok=True)
    options = [
        "-v",
        "-ra",
        f"--junitxml={report}",
        *(["-k", pattern] if pattern else []),
    ]
    code = process.run(
        [paths.PYTHON, "-m", "pytest", *words, *options], log, timeout,
        env=environment(nightly),
    )  # fmt: skip
    if pattern and code == NOTHING_COLLECTED:
        return Result()
    return judge(code, report, log)


def judge(code, report, log):
    """:return: Result from pytest's report; skipped tests count as failed"""
    result = Result()
    if report.exists():
        for case in ElementTree.parse(report).iter("testcase"):
            count_case(result, case)
    if not result.failed and (code or not result.passed):
        result.fail(f"pytest ended with {code}, log: {log}\n{process.tail(log)}")
    elif result.failed:
        result.notes.append(f"log: {log}\n{process.tail(log)}")
    return result


def count_case(result, case):
    """Count one test of the report."""
    name = f"{case.get('classname')}.{case.get('name')}"
    bad = [child.tag for child in case if child.tag in ("failure", "error", "skipped")]
    result.check(not bad, f"{', '.join(bad)}: {name}")


def files(lifecycle):
    """:return: {stage: list of paths of its test files}"""
    found = set(TESTS.rglob("test_*.py")) - {lifecycle}
    rules = {file for file in found if RULES in file.parents}
    whole_life = [lifecycle] if lifecycle.exists() else []
    return {"rules": rules, "e2e": found - rules, "lifecycle": whole_life}
