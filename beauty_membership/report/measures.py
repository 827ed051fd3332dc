# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which entries a measure adds up: one definition for all reports.

Conditions on an entry ``e`` and its holding ``h``. docs/measures.md says the same in
words.
"""

# What a reinstated entry takes back; it belongs where that one stands.
TAKEN_BACK = "(SELECT r.movement FROM beauty_entry r WHERE r.id = e.reversed_entry_id)"

SOLD = "e.movement = 'grant' AND h.is_bonus IS NOT TRUE"
BONUS = "e.movement = 'grant' AND h.is_bonus IS TRUE"
REDEEMED = "e.movement IN ('redeem', 'restore')"
REFUNDED = (
    f"(e.movement = 'refund' OR e.movement = 'reinstate' AND {TAKEN_BACK} = 'refund')"
)
TRANSFERRED = "e.movement IN ('transfer_out', 'transfer_in')"
EXPIRED = (
    "(e.movement = 'expire' OR e.movement = 'reinstate' "
    f"AND {TAKEN_BACK} IS DISTINCT FROM 'refund')"
)
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
