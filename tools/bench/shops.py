# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
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


def recipe():
    """:return: str digest of the generator and of the Odoo it runs on"""
    folder = Path(__file__).parent / "shop"
    sources = [file.read_text() for file in sorted(folder.glob("*.py"))]
    return template.digest(template.base_name(), *sources)


def kind_of(side, size, scale):
    """:return: str prefix of the names of all shops of that side and content"""
    orders = scale.closing_orders if size == "closing" else 0
    return f"{PREFIX}{side}_{scale.members[size]}_{orders}_"


def ensure(side, size, scale):
    """Build the shop unless it is there.

    :param side: 'ours' or 'stock'
    :param size: a key of ``scale.members``
    :return: str the name of its database, a template never to be opened
    """
    kind = kind_of(side, size, scale)
    addon = template.addon_hash() if side == "ours" else "stock"
    name = f"{kind}{recipe()}_{addon}"
    with lock("bench_shops"):
        if not database.exists(name):
            provide(side, size, scale, name)
            drop_older(kind, name)
    return name


def provide(side, size, scale, name):
    """Make the shop of that name: anew, or of one that an older addon made."""
    older = [n for n in database.names(name.rpartition("_")[0] + "_")]
    building = f"new_{name}"
    if older and scale.is_update:
        with step(f"{side}: update the shop with {scale.members[size]:,} members"):
            update(older[0], building)
    else:
        build(side, size, scale, building)
    database.rename(building, name)


def update(older, building):
    """Bring an existing shop to the addon's present files."""
    fast_copy(older, building)
    odoo.run(
        "-d", building, "-u", "beauty_membership", "--stop-after-init", "--no-http",
        log="bench_update.log",
    )  # fmt: skip


def build(side, size, scale, building):
    """Generate a shop in a copy of the template of Odoo's own modules."""
    members = scale.members[size]
    title = f"{side}: shop with {members:,} members"
    if side == "ours":
        title += f", {members * ENTRIES_PER_MEMBER:,} entries"
    with step(title):
        database.copy(template.base(), building)
        if side == "ours":
            install(building)
        generate(side, members, scale.closing_orders * (size == "closing"), building)


def install(building):
    """Install the addon without its demo salon, which stock has no match for."""
    template.forget_demo(building)
    odoo.run(
        "-d", building, "-i", "beauty_membership", "--stop-after-init", "--no-http",
        log="bench_install.log",
    )  # fmt: skip


def generate(side, members, orders, building):
    """Run ``shop.build`` inside Odoo."""
    script = SCRIPT.format(
        root=str(paths.ROOT), side=side, members=members, orders=orders
    )
    odoo.run(
        "shell", "-d", building, "--no-http", "--log-level=warn",
        log=f"{building}.log", stdin=script,
    )  # fmt: skip


def drop_older(kind, name):
    """Remove the shops of the same kind that older sources made."""
    for stale in database.names(kind):
        if stale != name:
            database.drop(stale)


def fast_copy(source, name):
    """Copy a big database: its files are copied, its pages not logged."""
    database.drop(name)
    database.disconnect(source)
    database.run("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, source)
    database.copy_filestore(source, name)


@contextmanager
def copy(side, size, scale):
    """A copy of the shop to work on, removed afterwards.

    :return: str its name
    """
    name = f"benchrun_{side}_{size}"
    fast_copy(ensure(side, size, scale), name)
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
