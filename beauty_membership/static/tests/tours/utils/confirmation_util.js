// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
const CANVAS = ".modal .signature-pad canvas";

export function cannotConfirm() {
    return { content: "nothing is signed yet", trigger: ".modal .confirmation-confirm:disabled" };
}

/** Draw with a finger. */
export function sign() {
    return {
        content: "the member signs",
        trigger: CANVAS,
        run: () => {
            const canvas = document.querySelector(CANVAS);
            const box = canvas.getBoundingClientRect();
            const send = (type, x, y) =>
                canvas.dispatchEvent(
                    new PointerEvent(type, {
                        clientX: box.left + x * box.width,
                        clientY: box.top + y * box.height,
                        bubbles: true,
                        cancelable: true,
                    })
                );
            send("pointerdown", 0.2, 0.6);
            send("pointermove", 0.4, 0.2);
            send("pointermove", 0.6, 0.7);
            send("pointermove", 0.8, 0.3);
            send("pointerup", 0.8, 0.3);
        },
    };
}

export function setPin(pin) {
    return [
        { content: "a new PIN", trigger: ".modal .confirmation-new-pin", run: `edit ${pin}` },
        { content: "again", trigger: ".modal .confirmation-again", run: `edit ${pin}` },
    ];
}

export function enterPin(pin) {
    return { content: "her PIN", trigger: ".modal .confirmation-pin", run: `edit ${pin}` };
}

export function confirm() {
    return {
        content: "confirm",
        trigger: ".modal .confirmation-confirm:enabled",
        run: "click",
    };
}
