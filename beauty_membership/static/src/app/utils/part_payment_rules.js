// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

/** Twin of `rules/part_payment.py`: what a part of the price frees. In cents. */
export function releasedUnits(rule, { isSettled, paid, amount, quantity, unit }) {
    if (isSettled || rule === "all") {
        return quantity;
    }
    if (rule === "manager" || !amount) {
        return 0;
    }
    if (paid >= amount) {
        return quantity;
    }
    const affordable = unit ? Math.floor(paid / unit) : quantity;
    return Math.min(affordable, quantity - 1);
}
