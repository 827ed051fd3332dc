# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Dispatch of ./dev: one function per command."""

import argparse
import os
import runpy
import sys

from . import conf, database, demo, lint, odoo, paths, server, shot, template
from .progress import StepError
from .testing import run as testing


def setup(args):
    """Nothing is missing after this: templates included."""
    template.base()
    print("ready", file=sys.stderr)


def run_odoo(args):
    """Odoo's command line."""
    odoo.execute(args)


def psql(args):
    """psql on a database, the demo one by default."""
    name = "demo"
    if args and not args[0].startswith("-"):
        name, args = args[0], args[1:]
    if args[:1] == ["--"]:
        args = args[1:]
    words = ["psql", "-h", paths.socket_folder(), "-U", "odoo", "-d", name, *args]
    os.execvp(words[0], words)


def newdb(args):
    """A scratch copy of a template."""
    parser = argparse.ArgumentParser("./dev newdb")
    parser.add_argument("name")
    parser.add_argument("--addon", action="store_true", help="with the addon installed")
    options = parser.parse_args(args)
    source = template.addon() if options.addon else template.base()
    database.copy(source, options.name)
    print(f"{options.name} is a copy of {source}")


def dropdb(args):
    """Remove databases and their files."""
    for name in args:
        database.drop(name)


def bench(args):
    """Hand over to the benchmark's own package."""
    sys.argv = ["./dev bench", *args]
    runpy.run_module("tools.bench", run_name="__main__")


def stop(args):
    """End the demo server; the shell half ends the cluster."""
    server.stop()


COMMANDS = {
    "setup": setup,
    "demo": demo.main,
    "stop": stop,
    "shot": shot.main,
    "lint": lint.main,
    "test": testing.main,
    "odoo": run_odoo,
    "psql": psql,
    "newdb": newdb,
    "dropdb": dropdb,
    "bench": bench,
}


def main():
    """Run the command named by the first word."""
    conf.write_conf()
    # File names on the command line are relative to the caller's folder.
    os.chdir(os.environ.get("BM_CALLER", paths.ROOT))
    try:
        COMMANDS[sys.argv[1]](sys.argv[2:])
    except StepError as error:
        sys.exit(f"dev: {error}")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
