// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

export function cannotConfirm() {
    return { content: "a reason is needed", trigger: ".modal .undo-confirm:disabled" };
}

export function chooseReason(reason) {
    return {
        content: `because: ${reason}`,
        trigger: `.modal .undo-reason:contains("${reason}")`,
        run: "click",
    };
}

export function chooseInstead(name) {
    return {
        content: `use ${name} instead`,
        trigger: `.modal .undo-instead:contains("${name}")`,
        run: "click",
    };
}

export function confirm() {
    return { content: "undo", trigger: ".modal .undo-confirm:enabled", run: "click" };
}

export function enterPin(pin) {
    return { content: "the manager's PIN", trigger: ".modal .undo-pin", run: `edit ${pin}` };
}

export function saysWrongPin() {
    return {
        content: "the PIN is wrong",
        trigger: '.modal .undo-message:contains("no manager")',
    };
}
