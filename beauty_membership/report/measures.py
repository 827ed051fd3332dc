# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which entries a measure adds up: one definition for all reports.

Conditions on an entry ``e``, its holding ``h`` and, where it reinstates a refund, that
refund ``r``: what takes an entry back belongs where that one stands. It is joined, not
looked up entry by entry, so that PostgreSQL adds up in parallel. docs/measures.md says
the same in words.
"""

JOIN_REFUND = """
    LEFT JOIN beauty_entry r ON r.id = e.reversed_entry_id AND r.movement = 'refund'
"""

SOLD = "e.movement = 'grant' AND h.is_bonus IS NOT TRUE"
BONUS = "e.movement = 'grant' AND h.is_bonus IS TRUE"
REDEEMED = "e.movement IN ('redeem', 'restore')"
REFUNDED = "(e.movement = 'refund' OR e.movement = 'reinstate' AND r.id IS NOT NULL)"
TRANSFERRED = "e.movement IN ('transfer_out', 'transfer_in')"
EXPIRED = "(e.movement = 'expire' OR e.movement = 'reinstate' AND r.id IS NULL)"
ADJUSTED = "e.movement IN ('adjust', 'clawback')"

COLUMNS = {
    "sold": SOLD,
    "bonus": BONUS,
    "redeemed": REDEEMED,
    "refunded": REFUNDED,
    "transferred": TRANSFERRED,
    "expired": EXPIRED,
    "adjusted": ADJUSTED,
}
