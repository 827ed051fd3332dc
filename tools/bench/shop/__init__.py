# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What runs inside Odoo (``odoo shell``): makes the shop that is measured.

One member is made the way a till makes one, through Odoo's own doors; SQL then
multiplies the rows of this member, sums and balances included.
"""
