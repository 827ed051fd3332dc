# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Start Odoo's command line in this environment."""

import os
import socket
import subprocess

from . import paths
from .progress import StepError


def command(*args):
    """:return: list of words that run Odoo with the project's configuration

    A first word that is one of Odoo's subcommands (shell, db, ...) stays first, of
    ``i18n export`` and ``module install`` both.
    """
    words = [str(arg) for arg in args]
    sub = [words.pop(0)] if words and not words[0].startswith("-") else []
    if sub in (["i18n"], ["module"]) and words and not words[0].startswith("-"):
        sub.append(words.pop(0))
    if sub in (["scaffold"], ["help"], ["cloc"], ["deploy"]):
        return [paths.PYTHON, str(paths.ODOO_BIN), *sub, *words]
    conf = ["-c", str(paths.CONF)]
    return [paths.PYTHON, str(paths.ODOO_BIN), *sub, *conf, *words]


def execute(args):
    """Replace this process by Odoo."""
    words = command(*args)
    os.execv(words[0], words)


def run(*args, log=None, stdin=None):
    """Run Odoo to its end, its output into the file ``log``.

    :raise StepError: it ended with another code than 0
    """
    log = paths.LOGS / (log or "odoo.log")
    with open(log, "w") as output:
        code = subprocess.run(
            command(*args), stdout=output, stderr=output, input=stdin, text=True
        ).returncode
    if code:
        tail = "".join(log.read_text().splitlines(keepends=True)[-25:])
        raise StepError(f"{tail}\nOdoo ended with code {code}, log: {log}")


def free_port():
    """:return: int a TCP port of the loopback interface that is free now"""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ports():
    """:return: list of options for two free ports"""
    return [f"--http-port={free_port()}", f"--gevent-port={free_port()}"]
