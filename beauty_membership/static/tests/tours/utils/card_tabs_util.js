// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

const PANEL = ".beauty-member-panel";
const TABS = `${PANEL} .member-tabs`;

export function clickAddCard() {
    return {
        content: "put another member's card beside the ticket",
        trigger: `${PANEL} .member-add-card`,
        run: "click",
    };
}

export function showCardOf(name) {
    return {
        content: `show the card of ${name}`,
        trigger: `${TABS} .member-tab-show:contains("${name}")`,
        run: "click",
    };
}

export function cannotTakeCardOff(name) {
    return {
        content: `the card of ${name} is used on this ticket`,
        trigger: `${TABS} .member-tab:contains("${name}"):not(:has(.member-tab-remove))`,
    };
}
