# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Longer searches for counter-examples at night."""

import os

from hypothesis import settings

settings.register_profile("day", max_examples=200, deadline=None, derandomize=True)
settings.register_profile("night", max_examples=3_000, deadline=None, database=None)
settings.load_profile("night" if os.environ.get("BM_NIGHTLY") else "day")
