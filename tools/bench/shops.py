"""The shops' databases: built once, kept as templates named by what made them."""

import json
from contextlib import contextmanager
from pathlib import Path

from tools import database, odoo, paths, template
from tools.progress import lock, step

from .sizes import ENTRIES_PER_MEMBER

PREFIX = "bench_"
SCRIPT = """
import sys
sys.path.insert(0, {root!r})
from tools.bench.shop import build, {side}
try:
    build.build(env, {side}, {members}, {orders})
except BaseException:
    import traceback
    traceback.print_exc()
    sys.exit(1)
"""
DATA_FOLDERS = ("models", "data", "security", "rules", "hooks.py")


def recipe(side, size, scale):
    """:return: str digest of everything that makes the shop's content"""
    folder = Path(__file__).parent / "shop"
    sources = [file.read_text() for file in sorted(folder.glob("*.py"))]
    parts = [template.base_name(), side, str(scale.members[size]), *sources]
    parts.append(str(session_orders(size, scale)))
    if side == "ours":
        parts.append(template.addon_hash())
    return template.digest(*parts)


def session_orders(size, scale):
    """:return: int tickets on the open session: only a shop that is closed has any"""
    return scale.closing_orders if size == "closing" else 0


def ensure(side, size, scale):
    """Build the shop unless it is there.

    :param side: 'ours' or 'stock'
    :param size: a key of ``scale.members``
    :return: str the name of its database, a template never to be opened
    """
    name = f"{PREFIX}{side}_{size}_{recipe(side, size, scale)}"
    with lock("bench"):
        if not database.exists(name):
            source = template.addon() if side == "ours" else template.base()
            title = f"{side}: shop with {scale.members[size]:,} members"
            if side == "ours":
                title += f", {scale.members[size] * ENTRIES_PER_MEMBER:,} entries"
            with step(title):
                make(source, f"new_{name}", name, side, size, scale)
    return name


def make(source, building, name, side, size, scale):
    """Build under another name, so that only a complete shop has its own."""
    database.copy(source, building)
    script = SCRIPT.format(
        root=str(paths.ROOT),
        side=side,
        members=scale.members[size],
        orders=session_orders(size, scale),
    )
    odoo.run(
        "shell", "-d", building, "--no-http", "--log-level=warn",
        log=f"{PREFIX}{side}_{size}.log", stdin=script,
    )  # fmt: skip
    database.rename(building, name)
    drop_older(side, size, name)


def drop_older(side, size, name):
    """Remove the shops of the same kind that older sources made."""
    for stale in database.names(f"{PREFIX}{side}_{size}_"):
        if stale != name:
            database.drop(stale)


@contextmanager
def copy(side, size, scale):
    """A copy of the shop to work on, removed afterwards.

    :return: str its name
    """
    source = ensure(side, size, scale)
    name = f"benchrun_{side}_{size}"
    database.drop(name)
    database.disconnect(source)
    # Files of a big database are copied faster than its pages are logged.
    database.run("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, source)
    database.copy_filestore(source, name)
    try:
        yield name
    finally:
        database.drop(name)


def facts(name):
    """:return: dict what ``shop.build`` noted about the shop"""
    rows = database.run(
        "SELECT value FROM ir_config_parameter WHERE key = 'bench.facts'", database=name
    )
    return json.loads(rows[0][0])
