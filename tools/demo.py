# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""./dev demo: a salon to click through, in English or in Chinese."""

import argparse
from dataclasses import dataclass

from . import database, odoo, paths, server, template
from .progress import lock, step

LOGINS = ("cashier", "technician", "manager", "accountant", "admin")
SCRIPTS = paths.ROOT / "tools/scripts"
BASE_URL = "UPDATE ir_config_parameter SET value = %s WHERE key = 'web.base.url'"


@dataclass(frozen=True)
class Salon:
    """One language of the demo; ``script`` makes its company."""

    database: str
    script: str
    options: tuple = ()
    modules: tuple = ()


SALONS = {
    "en_US": Salon("demo", "english_company.py"),
    "zh_CN": Salon(
        "demo_zh", "chinese_company.py", ("--load-language=zh_CN",), ("l10n_cn",)
    ),
}


def main(args):
    """Build what is missing, start the server, say how to get in."""
    parser = argparse.ArgumentParser("./dev demo")
    parser.add_argument("--lang", choices=SALONS, default="en_US")
    parser.add_argument("--port", type=int)
    options = parser.parse_args(args)
    name = SALONS[options.lang].database
    with lock("demo"):
        changed = prepare(name, options.lang)
        port = serve(name, options.port, changed)
    welcome(port)


def prepare(name, lang):
    """Create the database, or bring it up to the addon's present files.

    :return: True when something changed
    """
    wanted = [template.base_name(), template.addon_hash()]
    found = read_stamp(name)
    if found == wanted and database.exists(name):
        return False
    if server.running():
        server.stop()
    if found[:1] == wanted[:1] and database.exists(name):
        update(name)
    else:
        create(name, lang)
    stamp_file(name).write_text(" ".join(wanted))
    return True


def stamp_file(name):
    """:return: path of the note of what the database was built from"""
    return paths.STATE / "stamps" / f"demo_{name}"


def read_stamp(name):
    """:return: list of the base template's name and the addon's hash, or empty"""
    file = stamp_file(name)
    return file.read_text().split() if file.exists() else []


def update(name):
    """Upgrade the addon in a database that holds somebody's clicks."""
    with step("the addon changed: upgrade it in the demo"):
        odoo.run(
            "-d", name, "-u", "beauty_membership", "--stop-after-init", *odoo.ports(),
            log=f"update_{name}.log",
        )  # fmt: skip


def create(name, lang):
    """A database without Odoo's own demo data: company, accounts, then the salon."""
    building, salon = f"new_{name}", SALONS[lang]
    database.drop(building)
    with step("demo database: base and language"):
        template.install(building, "base", *salon.options)
        script(building, salon.script)
    with step("demo database: Odoo's modules"):
        template.install(building, ",".join([*salon.modules, template.MODULES]))
    with step("demo database: beauty_membership, staff and some weeks of tickets"):
        template.install(building, "beauty_membership")
        script(building, "salon.py")
    with step("demo database: warm the asset bundles"):
        template.warm(building)
    database.drop(name)
    database.rename(building, name)


def script(name, file):
    """Run one of the scripts in Odoo's shell on a database."""
    odoo.run(
        "shell", "-d", name, "--no-http",
        stdin=(SCRIPTS / file).read_text(), log=f"{file}.log",
    )  # fmt: skip


def serve(name, wanted_port, changed):
    """Leave a server that answers as it is, else start one.

    :return: int its port
    """
    found = server.running()
    fits = found and found[1] == name and wanted_port in (None, found[2])
    if fits and not changed and server.answers(found[2]):
        return found[2]
    server.stop()
    port = server.choose_port(wanted_port)
    database.run(BASE_URL, params=[address(port)], database=name)
    server.start(name, port)
    return port


def address(port):
    """:return: str what receipts and messages link to"""
    return f"http://127.0.0.1:{port}"


def welcome(port):
    """Print the address and the logins."""
    print(f"\n  {address(port)}/odoo\n")
    print("  login        password")
    for login in LOGINS:
        print(f"  {login:<12} {login}")
    print("\n  At a register choose the name without a PIN; the manager's PIN is 1234.")
    print("\n  ./dev stop   stops it\n")
