// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

let code;

/** The code is printed on the receipt, and nowhere else. */
export function rememberCode() {
    return {
        content: "the receipt shows the code",
        trigger: ".receipt-screen .gift-code",
        run: ({ anchor }) => {
            code = anchor.textContent.trim();
        },
    };
}

export function claim() {
    return [
        {
            content: "a gift card code",
            trigger: ".beauty-member-panel .member-claim-gift",
            run: "click",
        },
        {
            content: "type the code",
            trigger: ".modal textarea",
            run: (helpers) => helpers.edit(code),
        },
        {
            content: "it is hers",
            trigger: ".modal .modal-footer .btn-primary",
            run: "click",
        },
    ];
}
