# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A salon to click through, built by the tickets a till would send."""

from .salon import DemoSalon
