// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

const CARD = ".beauty-member-panel .beauty-member-card";

function due(name) {
    return `${CARD} .due-row:has(.due-name:contains("${name}"))`;
}

export function isDue(name, amount) {
    return {
        content: `${amount} of ${name} is still due`,
        trigger: `${due(name)} .due-amount:contains("${amount}")`,
    };
}

/** What is due goes on the ticket; a second tap asks for another amount. */
export function collect(name) {
    return {
        content: `collect what is due of ${name}`,
        trigger: `${due(name)} button.due-collect:enabled`,
        run: "click",
    };
}
