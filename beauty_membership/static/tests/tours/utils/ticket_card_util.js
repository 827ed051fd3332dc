// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

const CARD = ".product-screen .beauty-ticket-card";

/** The card fills the empty ticket: one action. */
export function use(name) {
    return {
        content: `use a session of ${name}`,
        trigger: `${CARD} .member-session:has(.session-name:contains("${name}")) button.session-use:enabled`,
        run: "click",
    };
}

export function makesRoom() {
    return {
        content: "the first line takes the place of the card, which a bar opens",
        trigger: ".product-screen:not(:has(.beauty-ticket-card)) .beauty-member-bar:visible",
    };
}
