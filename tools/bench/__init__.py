# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""./dev bench: the same shop on stock Odoo and with the addon, measured in one run."""
