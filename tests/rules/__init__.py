# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The arithmetic of the addon, tested without Odoo and without a database.

``beauty_membership/__init__.py`` imports Odoo, so its folder ``rules`` is
loaded by path and known here as the package ``beauty_rules``.
"""

import importlib.util
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "beauty_membership/rules"


def load_rules():
    """Register the folder as the package ``beauty_rules``."""
    spec = importlib.util.spec_from_file_location(
        "beauty_rules", FOLDER / "__init__.py", submodule_search_locations=[str(FOLDER)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = package
    spec.loader.exec_module(package)


load_rules()
