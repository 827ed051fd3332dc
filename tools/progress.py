# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One line per step: what runs, and how long it took."""

import fcntl
import sys
import time
from contextlib import contextmanager

from . import paths


class StepError(Exception):
    """A step of ./dev failed; the message is all that the user needs."""


@contextmanager
def step(title):
    """Print the title at once and the elapsed time at the end."""
    started = time.monotonic()
    print(f"  {title:<58} ", end="", file=sys.stderr, flush=True)
    try:
        yield
    except BaseException:
        print(f"failed after {time.monotonic() - started:.0f} s", file=sys.stderr)
        raise
    print(f"{time.monotonic() - started:.0f} s", file=sys.stderr)


@contextmanager
def lock(name):
    """Let one process at a time do the work of that name."""
    with open(paths.STATE / f"{name}.lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
