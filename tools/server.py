# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The demo server in the background: start, wait, stop."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from . import odoo, paths
from .progress import StepError, step

PIDFILE = paths.STATE / "server.pid"
LOG = paths.LOGS / "server.log"
WAIT_SECONDS = 120


def running():
    """:return: (int pid, str database, int port), or None when no server runs"""
    if not PIDFILE.exists():
        return None
    pid, name, port = PIDFILE.read_text().split()
    return (int(pid), name, int(port)) if is_ours(int(pid)) else None


def is_ours(pid):
    """:return: True when that process is an Odoo started from this repository"""
    try:
        with open(f"/proc/{pid}/cmdline") as file:
            return str(paths.CONF) in file.read()
    except OSError:
        return False


def answers(port, timeout=5):
    """:return: True when Odoo answers a request on that port"""
    try:
        url = f"http://127.0.0.1:{port}/web/login"
        with urllib.request.urlopen(url, timeout=timeout):
            return True
    except (urllib.error.URLError, OSError):
        return False


def is_free(port):
    """:return: True when nothing listens on that port"""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return probe.connect_ex(("127.0.0.1", port)) != 0


def choose_port(wanted):
    """:return: int the port asked for, else the first free one from 8069 on"""
    if wanted:
        if not is_free(wanted):
            raise StepError(f"port {wanted} is in use, choose another with --port")
        return wanted
    return next(port for port in range(8069, 8169) if is_free(port))


def start(name, port):
    """Start the server on a database and wait until it answers."""
    words = odoo.command(
        "-d", name, "--db-filter", f"^{name}$", "--max-cron-threads=1",
        f"--http-port={port}", f"--gevent-port={odoo.free_port()}",
    )  # fmt: skip
    with open(LOG, "a") as log:
        process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=True,
        )  # fmt: skip
    PIDFILE.write_text(f"{process.pid} {name} {port}\n")
    with step("start the server"):
        wait(process, port)


def wait(process, port):
    """Return once the server answers.

    :raise StepError: it ended or is still silent after two minutes
    """
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise StepError(f"the server ended at once, log: {LOG}")
        if answers(port):
            return
        time.sleep(0.3)
    raise StepError(f"the server does not answer, log: {LOG}")


def stop():
    """Stop the server, if it runs."""
    found = running()
    if found:
        with step("stop the server"):
            end(found[0])
    PIDFILE.unlink(missing_ok=True)


def end(pid):
    """Ask the process to end, and insist after ten seconds."""
    os.kill(pid, signal.SIGINT)
    for _attempt in range(100):
        if not is_ours(pid):
            return
        time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
