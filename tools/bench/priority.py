# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Let the measured processes go first, where the user may decide that (root).

The machine is seldom idle; without this, other programs show in every figure. A
nice value would not do: Linux weighs it inside one session's programs only.
"""

import os
from contextlib import contextmanager, suppress

from tools import database

FIRST = os.SCHED_RR, os.sched_param(1)
ORDINARY = os.SCHED_OTHER, os.sched_param(0)


def prefer(pid):
    """Let a process, and what it starts from now on, go first; 0 is this one."""
    with suppress(PermissionError, ProcessLookupError):
        os.sched_setscheduler(pid, *FIRST)


def prefer_backends(name):
    """Let PostgreSQL's processes that serve that database go first."""
    query = "SELECT pid FROM pg_stat_activity WHERE datname = %s"
    for (pid,) in database.run(query, params=[name]):
        prefer(pid)


@contextmanager
def preferred():
    """Let this process, and what it starts meanwhile, go first."""
    prefer(0)
    try:
        yield
    finally:
        with suppress(PermissionError):
            os.sched_setscheduler(0, *ORDINARY)
