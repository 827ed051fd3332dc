// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

export function open() {
    return {
        content: "refund from the member card",
        trigger: ".beauty-member-panel .member-refund",
        run: "click",
    };
}

export function rowIs(label, amount) {
    return {
        content: `${label}: ${amount}`,
        trigger: `.modal .refund-row:contains("${label}"):contains("${amount}")`,
    };
}

export function chooseCause(cause) {
    return {
        content: `the cause is ${cause}`,
        trigger: `.modal .refund-cause:contains("${cause}")`,
        run: "click",
    };
}

export function chooseTender(tender) {
    return {
        content: `paid back by ${tender}`,
        trigger: `.modal .refund-tender:contains("${tender}")`,
        run: "click",
    };
}

export function chooseReason(reason) {
    return {
        content: `because: ${reason}`,
        trigger: `.modal .refund-reason:contains("${reason}")`,
        run: "click",
    };
}

export function enterPin(pin) {
    return { content: "the manager's PIN", trigger: ".modal .refund-pin", run: `edit ${pin}` };
}

export function cannotConfirm() {
    return { content: "reason and PIN are needed", trigger: ".modal .refund-confirm:disabled" };
}

export function confirm() {
    return { content: "refund", trigger: ".modal .refund-confirm:enabled", run: "click" };
}

export function saysWrongPin() {
    return {
        content: "the PIN is wrong",
        trigger: '.modal .refund-message:contains("no manager")',
    };
}

export function isNoted(amount) {
    return {
        content: `${amount} is paid by the office`,
        trigger: `.modal .modal-body:contains("${amount}")`,
    };
}

/** A part of the refund on the ticket; nobody sells it. */
export function partIs(name, amount) {
    const line = `.product-screen .orderline:contains("${name}"):contains("${amount}")`;
    return { content: `${name}: ${amount}`, trigger: `${line}:not(:has(.line-seller))` };
}
