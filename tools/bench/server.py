# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A real Odoo server of one database, and a till's calls to it."""

import itertools
import re
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass

import requests

from tools import odoo, paths
from tools.progress import StepError

from .priority import prefer, prefer_backends

LOGIN = "bench"
START_SECONDS = 120
PERF = r'\?n={token}(?:#\S*)? HTTP/[\d.]+" 200 - (\d+) ([\d.]+) (-?[\d.]+)'


@dataclass(frozen=True)
class Timing:
    """What one request cost: at the client, in the server, and in queries."""

    client_ms: float
    server_ms: float
    queries: int

    def __add__(self, other):
        return Timing(
            self.client_ms + other.client_ms,
            self.server_ms + other.server_ms,
            self.queries + other.queries,
        )


class Server:
    """Talks to one server process as the cashier ``bench``."""

    def __init__(self, url, log):
        self.url = url
        self.log = log
        self.http = requests.Session()
        self.tokens = itertools.count(1)
        self.context = {}

    def login(self, database):
        """Open a session for the cashier."""
        params = {"db": database, "login": LOGIN, "password": LOGIN}
        info = self.post("/web/session/authenticate", params)
        self.context = {
            **info["user_context"],
            "allowed_company_ids": [info["user_companies"]["current_company"]],
        }

    def post(self, path, params):
        """:return: the result of one JSON-RPC request"""
        body = {"jsonrpc": "2.0", "id": 1, "method": "call", "params": params}
        answer = self.http.post(self.url + path, json=body, timeout=600).json()
        if "error" in answer:
            raise StepError(answer["error"]["data"].get("debug") or answer["error"])
        return answer["result"]

    def call(self, model, method, *args, **context):
        """Call a method the way the web client does.

        :return: tuple (its result, Timing)
        """
        token = next(self.tokens)
        offset = self.log.stat().st_size
        path = f"/web/dataset/call_kw/{model}/{method}?n={token}"
        params = {"model": model, "method": method, "args": args}
        params["kwargs"] = {"context": {**self.context, **context}}
        started = time.perf_counter()
        result = self.post(path, params)
        client_ms = (time.perf_counter() - started) * 1000
        return result, self.read_timing(token, offset, client_ms)

    def read_timing(self, token, offset, client_ms):
        """Find the request's line in the log; it comes just after the answer."""
        pattern = re.compile(PERF.format(token=token))
        for _try in range(500):
            with open(self.log) as file:
                file.seek(offset)
                found = pattern.search(file.read())
            if found:
                queries, sql, rest = found.groups()
                server_ms = (float(sql) + float(rest)) * 1000
                return Timing(client_ms, server_ms, int(queries))
            time.sleep(0.005)
        raise StepError(f"no line for request {token} in {self.log}")


@contextmanager
def running(database):
    """Run a server of the database.

    :return: Server, logged in
    """
    port = odoo.free_port()
    log = paths.LOGS / f"server_{database}.log"
    words = [paths.PYTHON, "-m", "tools.bench.launch", "-c", str(paths.CONF)]
    words += ["-d", database, f"--http-port={port}"]
    words += [f"--gevent-port={odoo.free_port()}", "--max-cron-threads=0"]
    with open(log, "w") as output:
        process = subprocess.Popen(words, cwd=paths.ROOT, stdout=output, stderr=output)
    prefer(process.pid)
    try:
        server = Server(f"http://127.0.0.1:{port}", log)
        wait_for(server, process)
        server.login(database)
        prefer_backends(database)
        yield server
    finally:
        process.terminate()
        process.wait()


def wait_for(server, process):
    """Return when the server answers.

    :raise StepError: it ended, or took too long
    """
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            server.http.get(server.url + "/web/login", timeout=60)
            return
        except requests.ConnectionError:
            time.sleep(0.3)
    raise StepError(f"the server did not start, see {server.log}")
