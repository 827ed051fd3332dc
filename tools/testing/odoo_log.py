# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Read what an Odoo test run logged: results, and lines nobody expects."""

import re
from dataclasses import dataclass, field

LINE = re.compile(
    r"^\d{4}-\d\d-\d\d [\d:,]+ \d+ (?P<level>[A-Z]+) \S+"
    r" (?P<logger>[\w.]+): (?P<text>.*)"
)
RESULT = re.compile(r"(\d+) failed, (\d+) error\(s\) of (\d+) tests")
STARTING = re.compile(r"^Starting (\w+\.\w+) ")
PROBLEM = re.compile(r"^(?:FAIL|ERROR): (?:Subtest )?(\w+\.\w+)")
SKIPPED = re.compile(r"^skipped (\w+\.\w+) ")
HOOT = re.compile(r"\[HOOT\] Passed (\d+) tests?")
HOOT_NOTHING = "Test runner did not find job with ID"

# Warnings that this build of Odoo logs without network, whatever we do.
ALLOWED = re.compile(
    r"iap jsonrpc .* failed|Autocomplete API error"
    r"|A child process was found, terminating it"
    r"|^Module \w+: \d+ failures|^At least one test failed when loading"
)


@dataclass
class OdooLog:
    """The parsed log of one run; tests are named ``Class.method``."""

    failures: int = 0
    errors: int = 0
    total: int = 0
    has_result: bool = False
    hoot_passed: int | None = None
    hoot_found_nothing: bool = False
    started: dict = field(default_factory=dict)
    problems: set = field(default_factory=set)
    skipped: dict = field(default_factory=dict)
    unexpected: list = field(default_factory=list)
    details: list = field(default_factory=list)

    @property
    def passed(self):
        """:return: set of tests that ran and had no problem"""
        return set(self.started) - self.problems - set(self.skipped)


def parse(path):
    """:return: OdooLog of the file"""
    log, explains = OdooLog(), False
    for line in path.read_text(errors="replace").splitlines():
        read_browser(log, line)
        match = LINE.match(line)
        if match:
            read_line(log, *match.group("level", "logger", "text"))
            explains = bool(PROBLEM.match(match.group("text")))
        if explains:
            log.details.append(match.group("text") if match else line)
    return log


def read_browser(log, line):
    """Take what the JavaScript test runner prints."""
    match = HOOT.search(line)
    if match:
        log.hoot_passed = (log.hoot_passed or 0) + int(match.group(1))
    if HOOT_NOTHING in line:
        log.hoot_found_nothing = True


def read_line(log, level, logger, text):
    """Take one line of Odoo's logger."""
    if logger == "odoo.tests.result":
        read_result(log, text)
    elif match := STARTING.match(text):
        log.started[match.group(1)] = logger
    elif match := SKIPPED.match(text):
        log.skipped[match.group(1)] = logger
    elif match := PROBLEM.match(text):
        log.problems.add(match.group(1))
    elif is_unexpected(level, logger, text):
        log.unexpected.append(f"{level} {logger}: {text[:300]}")


def is_unexpected(level, logger, text):
    """:return: True for a problem that is neither allowed nor a refusal

    A refusal shown to the user, raised on purpose, is a warning of odoo.http.
    """
    if level not in ("WARNING", "ERROR", "CRITICAL") or ALLOWED.search(text):
        return False
    return (level, logger) != ("WARNING", "odoo.http")


def read_result(log, text):
    """Take the line that sums up the run."""
    match = RESULT.search(text)
    if match:
        log.failures, log.errors, log.total = map(int, match.groups())
        log.has_result = True
