# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Measure inside Odoo: a function on a copy of the shop, in a process of its own."""

import json

from tools import odoo, paths, progress

from . import shops

SCRIPT = """
import json, sys
sys.path.insert(0, {root!r})
from {module} import {function}
result = json.dumps({function}(env, {facts!r}, {repeats!r}))
open({answer!r}, "w").write(result)
"""


def run(function, scale, repeats):
    """Call ``function(env, facts, repeats)`` on a copy of our large shop.

    :param function: of a module of the rows; what it returns is written as JSON
    :return: what it returned
    :raise StepError: if it gave nothing
    """
    name = function.__module__.rpartition(".")[2]
    answer = paths.LOGS / f"{name}.json"
    answer.unlink(missing_ok=True)
    with shops.copy("ours", "large", scale) as database:
        script = SCRIPT.format(
            root=str(paths.ROOT), module=function.__module__,
            function=function.__name__, facts=shops.facts(database),
            repeats=repeats, answer=str(answer),
        )  # fmt: skip
        odoo.run(
            "shell", "-d", database, "--no-http", "--log-level=warn",
            log=f"{name}.log", stdin=script,
        )  # fmt: skip
    if not answer.exists():
        raise progress.StepError(f"no answer, see {paths.LOGS}/{name}.log")
    return json.loads(answer.read_text())
