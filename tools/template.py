# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Template databases: Odoo's own modules once, the addon on top of them.

``tpl_<hash>`` holds the addon's dependencies with demo data and warm asset
bundles, ``tpl_bm_<hash>`` the addon and its demo salon as well,
``tpl_plain_<hash>`` the addon without the salon. Everything else is a copy.
"""

import functools
import hashlib

from . import database, odoo, paths
from .progress import lock, step

MODULES = "pos_loyalty,pos_hr,calendar,rating,sms,survey,spreadsheet_dashboard"
WARM_TEST = "/base:TestHttpCase.test_console_log_object"
# Templates of one kind that stay: another ./dev may still copy an older one.
KEEP = 3
# Bump to make every template anew.
GENERATION = "1"


def digest(*parts):
    """:return: str of 10 hex digits that names these parts"""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:10]


@functools.cache
def addon_hash(kinds=("py", "xml", "csv", "js", "scss", "po", "pot", "css", "html")):
    """:return: str the state of the addon's files, by path and content

    Once per process: files that change meanwhile belong to the next run.
    """
    parts = []
    for file in sorted(paths.ADDON.rglob("*")):
        if file.is_file() and file.suffix[1:] in kinds:
            parts += [str(file.relative_to(paths.ADDON)), file.read_text("utf-8")]
    return digest(*parts)


def base_name():
    """:return: str the name of the template without the addon"""
    release = (paths.ODOO_HOME / "odoo/release.py").read_text()
    requirements = (paths.ROOT / "tools/requirements.txt").read_text()
    home = str(paths.ODOO_HOME)
    return "tpl_" + digest(GENERATION, release, requirements, MODULES, home)


def addon_name():
    """:return: str the name of the template with the addon"""
    return f"tpl_bm_{digest(base_name(), addon_hash())}"


def base():
    """Make the template of the dependencies unless it is there.

    :return: str its name
    """
    name = base_name()
    with lock("template"):
        if not database.exists(name):
            build_base(f"new_{name}", name)
    return name


def build_base(building, name):
    """Install under another name, so that only a complete one has its own."""
    database.drop(building)
    with step("template database: Odoo's modules with demo data"):
        install(building, MODULES, "--with-demo")
    with step("template database: warm the asset bundles"):
        warm(building)
    finish(building, name)


def addon():
    """Make the template with the addon on top unless it is there.

    :return: str its name
    """
    source, name = base(), addon_name()
    with lock("template_addon"):
        if not database.exists(name):
            build_addon(source, f"new_{name}", name)
    return name


def plain():
    """Make the template of the addon without its demo salon.

    Odoo's own tests and the bench compare with stock, which has no match for
    the salon's members and entries.

    :return: str its name
    """
    source, name = base(), f"tpl_plain_{digest(base_name(), addon_hash())}"
    with lock("template_plain"):
        if not database.exists(name):
            build_addon(source, f"new_{name}", name, with_salon=False)
    return name


def build_addon(source, building, name, with_salon=True):
    """The same on a copy of the template of the dependencies."""
    database.copy(source, building)
    note = "" if with_salon else " without its demo salon"
    if not with_salon:
        forget_demo(building)
    with step(f"template database: install beauty_membership{note}"):
        install(building, "beauty_membership")
    with step("template database: warm the asset bundles"):
        warm(building)
    finish(building, name)


def install(name, modules, *options):
    """Install modules in a database, new or not."""
    odoo.run(
        "-d", name, "-i", modules, "--stop-after-init", *options, *odoo.ports(),
        log=f"install_{name}.log",
    )  # fmt: skip


def forget_demo(name):
    """Modules installed from now on come without demo data."""
    database.run("UPDATE ir_module_module SET demo = false", database=name)


def warm(name):
    """Run one trivial browser test, which stores the asset bundles."""
    odoo.run(
        "-d", name, "--test-tags", WARM_TEST, "--screenshots", paths.SHOTS,
        *odoo.ports(), log=f"warm_{name}.log",
    )  # fmt: skip


def finish(building, name):
    """Give the template its name; of its kind only the newest few stay."""
    database.rename(building, name)
    kin = [other for other in database.names("tpl_") if kind(other) == kind(name)]
    for stale in kin[KEEP:]:
        database.drop(stale)


def kind(name):
    """:return: str what a template's name begins with"""
    return name.rpartition("_")[0]
