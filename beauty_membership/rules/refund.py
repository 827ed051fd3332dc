# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What comes back of a contract that ends before it is used up."""

EVERYTHING, CONTRACT, LIST, NOTHING = "everything", "contract", "list", "nothing"
