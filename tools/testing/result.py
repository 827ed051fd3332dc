# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a job of the test run found."""

from dataclasses import dataclass, field


@dataclass
class Result:
    """Counts of one job, and the lines that explain each failure."""

    passed: int = 0
    failed: int = 0
    notes: list = field(default_factory=list)

    def fail(self, note, count=1):
        """Count a failure and keep its explanation."""
        self.failed += count
        self.notes.append(note)

    def check(self, condition, note):
        """Count one check, passed or failed with that note."""
        if condition:
            self.passed += 1
        else:
            self.fail(note)


@dataclass
class Job:
    """One piece of work; ``run()`` returns a Result.

    ``lane`` is "browser" or "plain": two browsers at a time would make each
    other slow enough to fail, so each lane runs one job at a time.
    """

    name: str
    run: callable
    lane: str = "plain"
