# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The life of an installation: its log, and install, upgrade, uninstall."""

from .. import paths, template
from . import odoo_log, pytest_jobs
from .result import Job, Result

FILE = pytest_jobs.TESTS / "test_install_uninstall.py"


def jobs(pattern, nightly):
    """:return: list of Job: the log of the install, and the tests of its undoing"""
    tests = pytest_jobs.lifecycle_job(FILE, pattern, nightly)
    return [tests] if pattern else [Job("install", install), tests]


def install():
    """:return: Result: the template's installation logged nothing unexpected"""
    path = paths.LOGS / f"install_new_{template.addon_name()}.log"
    result = Result()
    lines = odoo_log.parse(path).unexpected
    result.check(not lines, "\n    ".join([f"log: {path}", *lines]))
    return result
