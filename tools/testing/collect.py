# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Find the addon's Odoo tests without importing Odoo."""

import ast
from dataclasses import dataclass

from .. import paths

BROWSER_SIGNS = ("start_tour", "start_pos_tour", "browser_js", "HttpCase", "HttpCommon")


@dataclass
class OdooTest:
    """One test method; ``file`` is the stem of its file."""

    file: str
    cls: str
    method: str
    browser: bool

    @property
    def name(self):
        """:return: str the name that Odoo logs"""
        return f"{self.cls}.{self.method}"

    def matches(self, pattern):
        """:return: True when the pattern is part of file, class or method"""
        return any(pattern in word for word in (self.file, self.cls, self.method))


def odoo_tests():
    """:return: list of OdooTest of the addon"""
    found = []
    for file in sorted((paths.ADDON / "tests").glob("test_*.py")):
        found += tests_of(file)
    return found


def tests_of(file):
    """:return: list of OdooTest of one file"""
    text = file.read_text("utf-8")
    browser = any(sign in text for sign in BROWSER_SIGNS)
    return [
        OdooTest(file.stem, cls.name, method.name, browser)
        for cls in ast.parse(text).body
        if isinstance(cls, ast.ClassDef)
        for method in cls.body
        if isinstance(method, ast.FunctionDef) and method.name.startswith("test_")
    ]


def hoot_files():
    """:return: list of paths of the addon's JavaScript unit tests"""
    return sorted((paths.ADDON / "static/tests").rglob("*.test.js"))
