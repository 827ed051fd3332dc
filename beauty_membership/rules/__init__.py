# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The arithmetic of the membership programme, in plain Python without Odoo.

Money is a whole number of the currency's smallest unit (cents), so that every
rule is exact; the caller converts with :mod:`.money`.
"""
