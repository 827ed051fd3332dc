// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

export function asks(given) {
    return {
        content: `a manager has to approve ${given}`,
        trigger: `.modal .approval-given:contains("${given}")`,
    };
}

export function cannotApprove() {
    return { content: "reason and PIN are needed", trigger: ".modal .approval-confirm:disabled" };
}

export function chooseReason(reason) {
    return {
        content: `because: ${reason}`,
        trigger: `.modal .approval-reason:contains("${reason}")`,
        run: "click",
    };
}

export function enterPin(pin) {
    return { content: "the manager's PIN", trigger: ".modal .approval-pin", run: `edit ${pin}` };
}

export function approve() {
    return { content: "approve", trigger: ".modal .approval-confirm:enabled", run: "click" };
}

export function saysWrongPin() {
    return {
        content: "the PIN is wrong",
        trigger: '.modal .approval-message:contains("no manager")',
    };
}

export function askFromAfar() {
    return { content: "ask from afar", trigger: ".modal .approval-ask:enabled", run: "click" };
}

/** The till asks again every ten seconds. */
export function isAnswered() {
    return [
        { content: "wait for the answer", trigger: ".modal .approval-waiting" },
        {
            content: "the answer has come",
            trigger: "body:not(:has(.modal .approval-waiting))",
            timeout: 30000,
        },
    ];
}

export function sellAnyway() {
    return {
        content: "nobody can be asked",
        trigger: ".modal .approval-offline-sell:enabled",
        run: "click",
    };
}

export function roundDown(total) {
    return [
        { content: "actions", trigger: ".product-screen .more-btn", run: "click" },
        { content: "round down", trigger: ".modal .round-down-button", run: "click" },
        {
            content: `to ${total}`,
            trigger: `.modal .selection-item:contains("${total}")`,
            run: "click",
        },
    ];
}
