# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Files to download."""

from odoo.http import content_disposition

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def get_headers(mime, name):
    """:return: list of the headers of a file to save under that name"""
    return [
        ("Content-Type", mime),
        ("Content-Disposition", content_disposition(name)),
        ("X-Content-Type-Options", "nosniff"),
    ]
