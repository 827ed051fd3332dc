# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A real Odoo in its own processes, on a database of its own."""

import os
import shlex
import subprocess
import time
from contextlib import suppress

import psutil
import requests

from tools import database, odoo, paths

START_SECONDS = 90


def odoo_words(*options):
    """:return: list of words that start Odoo with these options"""
    if "BM_ODOO" not in os.environ:
        return odoo.command(*options)
    words = [str(option) for option in options]
    sub = [words.pop(0)] if not words[0].startswith("-") else []
    conf = os.environ.get("BM_CONF", str(paths.CONF))
    return [*shlex.split(os.environ["BM_ODOO"]), *sub, "-c", conf, *words]


def run_odoo(name, *options, script=None):
    """Run Odoo on a database to its end; ``script`` is Python for its shell.

    :return: (int exit code, str log)
    """
    stop = ["--stop-after-init", *odoo.ports()]
    words = odoo_words("-d", name, *options, *stop)
    if script:
        words = odoo_words("shell", "-d", name, "--no-http", *options)
    done = subprocess.run(words, capture_output=True, text=True, input=script)
    return done.returncode, done.stdout + done.stderr


class Server:
    """Odoo with two HTTP workers; ``with`` starts and kills it."""

    def __init__(self, name, workers=2):
        self.name, self.workers = name, workers
        self.port, self.gevent_port = odoo.free_port(), odoo.free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log_path = paths.LOGS / f"{name}.log"
        self.process = None

    def __enter__(self):
        words = odoo_words(
            "-d", self.name, "--workers", self.workers, "--max-cron-threads", 0,
            "--http-port", self.port, "--gevent-port", self.gevent_port,
            "--limit-time-real", 600, "--db_maxconn", 8,
        )  # fmt: skip
        with open(self.log_path, "w") as log:
            self.process = subprocess.Popen(words, stdout=log, stderr=log)
        self.wait()
        return self

    def __exit__(self, *_exception):
        children = psutil.Process(self.process.pid).children(recursive=True)
        for process in [self.process, *children]:
            process.kill()
        self.process.wait()

    def wait(self):
        """Return when the server answers."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.log_path.read_text()[-3000:]
            try:
                requests.get(f"{self.url}/web/health", timeout=20).raise_for_status()
                return
            except requests.RequestException:
                time.sleep(0.2)
        raise AssertionError(f"no answer in {START_SECONDS} s, log: {self.log_path}")

    def kill_workers(self, count=None):
        """Kill -9 so many HTTP workers, all by default; Odoo starts new ones."""
        workers = []
        for child in psutil.Process(self.process.pid).children():
            with suppress(psutil.Error):
                if "gevent" not in child.cmdline():
                    workers.append(child)
        for worker in workers[:count]:
            worker.kill()


def copy_template(name, source=None):
    """Give a test its own database: a copy of the one with the addon installed."""
    database.copy(source or os.environ["BM_TEMPLATE"], name)
