// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

const LINE = '.payment-screen .paymentline:contains("Member Prepayment")';

/** The tender is there, with its amount, and cannot be taken away. */
export function isPaid(amount) {
    return {
        content: `prepaid covers ${amount}`,
        trigger: `${LINE}:has(.payment-amount:contains("${amount}")):not(:has(.delete-button))`,
    };
}

export function isNoButton() {
    return {
        content: "prepaid is not offered as a button",
        trigger: '.payment-screen .paymentmethods:not(:contains("Member Prepayment"))',
    };
}
