# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""./dev lint: every linter, one line each; --fix repairs what can be."""

import argparse
import os
import subprocess
import sys
import time

from . import conf, paths
from .testing.result import Result

BIN = paths.STATE / "lint/bin"
MODULES = paths.STATE / "js/node_modules"
STYLED = "beauty_membership/**/*.{js,scss,xml}"


def addon(*words):
    """:return: list of words, if the addon is there to be checked"""
    return [*map(str, words)] if paths.ADDON.is_dir() else []


def node(package, script, *words):
    """:return: list of words that run a program of a npm package"""
    return addon(BIN / "node", MODULES / package / script, *words)


def eslint(*words):
    """:return: list of words that run ESLint on the addon"""
    return node("eslint", "bin/eslint.js", *words, "beauty_membership")


def prettier(*words):
    """:return: list of words that run prettier, XML included"""
    plugin = MODULES / "@prettier/plugin-xml/src/plugin.js"
    options = ("--no-error-on-unmatched-pattern", f"--plugin={plugin}")
    return node("prettier", "bin/prettier.cjs", *words, *options, STYLED)


def odoo_linter(*words):
    """:return: list of words that run odoo-linter with Odoo's own addons known"""
    folders = conf.addons_path().split(",")
    known = [word for folder in folders for word in ("--addons-path", folder)]
    return addon(BIN / "odl", "check", *words, *known, "beauty_membership")


def shell_files():
    """:return: list of the shell scripts' paths"""
    return ["dev", ".ci/run", *map(str, sorted(paths.ROOT.glob("tools/*.sh")))]


def linters():
    """:return: {name: list of words to run}"""
    return {
        "ruff": [str(BIN / "ruff"), "check", "--quiet", "."],
        "ruff format": [str(BIN / "ruff"), "format", "--check", "--quiet", "."],
        "pylint-odoo": addon(BIN / "pylint", "beauty_membership"),
        "oca-checks": addon(BIN / "oca-checks-odoo-module", "beauty_membership"),
        "odoo-linter": odoo_linter(),
        "xml": addon(paths.PYTHON, "-m", "tools.lint_xml"),
        "eslint": eslint("--max-warnings=0", "--no-warn-ignored"),
        "prettier": prettier("--check", "--log-level=warn"),
        "bash": ["bash", "-c", 'for f; do bash -n "$f" || exit 1; done', "-"]
        + shell_files(),
    }


def fixers():
    """:return: {name: list of words that repair files in place}"""
    return {
        "ruff": [str(BIN / "ruff"), "check", "--fix", "--quiet", "."],
        "ruff format": [str(BIN / "ruff"), "format", "--quiet", "."],
        "eslint": eslint("--fix"),
        "prettier": prettier("--write", "--log-level=warn"),
    }


def run(words):
    """:return: (int exit code, str output) of one linter"""
    done = subprocess.run(
        words, capture_output=True, text=True, cwd=paths.ROOT,
        env={**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"},
    )  # fmt: skip
    return done.returncode, (done.stdout + done.stderr).strip()


def check(say=lambda name, code, seconds: None):
    """:return: Result with one check per linter"""
    result = Result()
    for name, words in linters().items():
        started = time.monotonic()
        code, output = run(words) if words else (1, "there is no addon to check")
        say(name, code, time.monotonic() - started)
        result.check(not code, f"{name}:\n{output}")
    return result


def fix():
    """Let the formatters and fixers write."""
    for words in filter(None, fixers().values()):
        run(words)


def main(args):
    """Run all linters; exit with 1 when one complains."""
    parser = argparse.ArgumentParser("./dev lint")
    parser.add_argument("--fix", action="store_true", help="repair what can be")
    if parser.parse_args(args).fix:
        fix()
    result = check(
        lambda name, code, seconds: print(
            f"  {'FAIL' if code else 'ok  '} {name:<14} {seconds:.1f} s", flush=True
        )
    )
    print("\n\n".join(result.notes))
    print(f"{result.passed} passed, {result.failed} failed")
    sys.exit(1 if result.failed else 0)
