# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Choose the jobs, run two at a time, print progress and the closing line."""

import argparse
import shutil
import signal
import sys
import threading
import time
from importlib.util import find_spec

from .. import lint, template
from ..progress import StepError
from . import collect, lifecycle, odoo_jobs, process, pytest_jobs, stock_jobs
from .result import Job, Result

STAGES = ("lint", "rules", "odoo", "hoot", "e2e", "lifecycle", "stock")
HEARTBEAT_SECONDS = 60


def main(args):
    """Run everything, or what matches; exit with 1 when anything failed."""
    parser = argparse.ArgumentParser("./dev test")
    parser.add_argument("pattern", nargs="?", help=f"{', '.join(STAGES)}, or a name")
    parser.add_argument("--nightly", action="store_true", help="the long variants too")
    options = parser.parse_args(args)
    started = time.monotonic()
    signal.signal(signal.SIGTERM, lambda *_args: sys.exit(143))
    process.forget_old_logs()
    process.drop_orphans()
    results = Board(choose(options.pattern, options.nightly)).run()
    passed = sum(result.passed for result in results)
    failed = sum(result.failed for result in results)
    if not passed and not failed:
        print(f"nothing matches {options.pattern}")
        failed = 1
    print(f"finished after {clock(time.monotonic() - started)}")
    print(f"\n{passed} passed, {failed} failed", flush=True)
    sys.exit(1 if failed else 0)


def clock(seconds):
    """:return: str minutes and seconds"""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def choose(pattern, nightly):
    """:return: list of Job; those that need a database come after its making"""
    if pattern in STAGES:
        jobs = stage_jobs(pattern, None, nightly)
    elif pattern:
        jobs = matching_jobs(pattern, nightly)
    else:
        jobs = [job for stage in STAGES for job in stage_jobs(stage, None, nightly)]
    if any(job.name not in ("lint", "rules") for job in jobs):
        prepare(jobs)
    return jobs


def stage_jobs(stage, pattern, nightly):
    """:return: list of Job of one stage"""
    return {
        "lint": lambda: [Job("lint", lint.check)],
        "rules": lambda: [pytest_jobs.rules_job(pattern, nightly)],
        "odoo": lambda: odoo_jobs.jobs(pattern) or [nothing("odoo")],
        "hoot": lambda: [odoo_jobs.hoot_job()],
        "e2e": lambda: [pytest_jobs.e2e_job(pattern, nightly, lifecycle.FILE)],
        "lifecycle": lambda: lifecycle.jobs(pattern, nightly),
        "stock": lambda: stock_jobs.jobs(nightly),
    }[stage]()


def nothing(stage):
    """:return: Job that fails, since a stage without tests proves nothing"""
    return Job(stage, lambda: Result(failed=1, notes=["there are no tests"]))


def matching_jobs(pattern, nightly):
    """:return: list of Job that hold tests whose name has the pattern"""
    jobs = odoo_jobs.jobs(pattern)
    if any(pattern in str(file) for file in collect.hoot_files()):
        jobs.append(odoo_jobs.hoot_job())
    for stage, files in pytest_jobs.files(lifecycle.FILE).items():
        if any(pattern in file.name + file.read_text("utf-8") for file in files):
            jobs += stage_jobs(stage, pattern, nightly)
    return jobs


def prepare(jobs):
    """What lets tests skip themselves must be there; then the templates."""
    if not shutil.which("chromium") or not find_spec("websocket"):
        raise StepError("chromium or websocket-client is missing: tests would skip")
    try:
        template.addon()
    except StepError as error:
        note = f"the addon does not install:\n{error}"
        keep = [job for job in jobs if job.name in ("lint", "rules")]
        jobs[:] = [*keep, Job("install", lambda: Result(failed=1, notes=[note]))]


class Board:
    """Two lanes at work on the jobs, and what they have found."""

    def __init__(self, jobs):
        self.jobs = jobs
        self.results = []
        self.running = {}
        self.print_lock = threading.Lock()

    def run(self):
        """:return: list of Result of all jobs"""
        lanes = [
            threading.Thread(target=self.work, args=(lane,), daemon=True)
            for lane in ("plain", "browser")
        ]
        for lane in lanes:
            lane.start()
        for lane in lanes:
            self.watch(lane)
        return self.results

    def watch(self, lane):
        """Wait for a lane, with a sign of life now and then."""
        while lane.is_alive():
            lane.join(HEARTBEAT_SECONDS)
            if lane.is_alive() and self.running:
                now = time.monotonic()
                names = [
                    f"{n} {clock(now - t)}" for n, t in self.running.copy().items()
                ]
                self.say(f"  ...   running: {', '.join(names)}")

    def work(self, lane):
        """Do the jobs of one lane, one after the other."""
        for job in self.jobs:
            if job.lane == lane:
                self.do(job)

    def do(self, job):
        """Run one job and report it."""
        started = self.running[job.name] = time.monotonic()
        self.say(f"  start {job.name}")
        try:
            result = job.run()
        except Exception as error:  # a broken job must not hide behind the others
            result = Result(failed=1, notes=[f"{type(error).__name__}: {error}"])
        del self.running[job.name]
        self.results.append(result)
        self.report(job, result, time.monotonic() - started)

    def report(self, job, result, seconds):
        """Print what a job found."""
        word = "FAIL " if result.failed else "ok   "
        counts = f"{result.passed} passed, {result.failed} failed"
        lines = [f"  {word} {job.name:<16} {counts} ({clock(seconds)})"]
        self.say("\n".join(lines + [f"    {note}" for note in result.notes]))

    def say(self, text):
        """Print without mixing the lanes' lines."""
        with self.print_lock:
            print(text, flush=True)
