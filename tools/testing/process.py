# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Run one program to its end or its time limit, output into a log."""

import atexit
import os
import re
import shutil
import signal
import subprocess

from .. import database, paths

TIMEOUT = -1
# Each run of ./dev test has a folder of logs and database names of its own.
RUN = os.getpid()
FOLDER = paths.LOGS / f"test-{RUN}"
KEEP = 8
RUNNING = set()


def plain(name):
    """:return: str the name of a job, fit for a file and a database"""
    return "".join(char if char.isalnum() else "_" for char in name)


def log_file(name):
    """:return: path of the log of that name"""
    FOLDER.mkdir(parents=True, exist_ok=True)
    return FOLDER / f"{plain(name)}.log"


def database_name(name):
    """:return: str the database of the job of that name"""
    return f"t{RUN}_{plain(name)}"


def forget_old_logs():
    """Keep the logs of the last few runs."""
    folders = sorted(paths.LOGS.glob("test-*"), key=lambda path: path.stat().st_mtime)
    for folder in folders[:-KEEP]:
        shutil.rmtree(folder, ignore_errors=True)


def run(words, log, timeout, env=None, stdin=None):
    """:return: int the exit code, or TIMEOUT when it had to be killed"""
    with open(log, "w") as output:
        process = subprocess.Popen(
            words, stdout=output, stderr=output, cwd=paths.ROOT, text=True,
            stdin=subprocess.PIPE if stdin else subprocess.DEVNULL,
            env={**os.environ, **(env or {})}, start_new_session=True,
        )  # fmt: skip
        RUNNING.add(process.pid)
        try:
            process.communicate(stdin, timeout=timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return TIMEOUT
        finally:
            RUNNING.discard(process.pid)
    return process.returncode


@atexit.register
def kill_running():
    """When ./dev test is interrupted, what it started ends with it."""
    for group in RUNNING.copy():
        os.killpg(group, signal.SIGKILL)


def drop_orphans():
    """Drop the databases of runs that were killed."""
    for name in database.names("t"):
        match = re.match(r"t(\d+)_", name)
        if match and not os.path.exists(f"/proc/{match.group(1)}"):
            database.drop(name)


def tail(log, count=40):
    """:return: str the last lines of a log"""
    lines = log.read_text(errors="replace").splitlines()
    return "\n".join(f"    {line[:400]}" for line in lines[-count:])
