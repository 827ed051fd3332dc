// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

const CARD = ".beauty-member-panel .beauty-member-card";

export function tierIs(name) {
    return { content: `her tier is ${name}`, trigger: `${CARD} .member-tier:contains("${name}")` };
}

export function progressSays(words) {
    return {
        content: `what is missing to the next tier: ${words}`,
        trigger: `${CARD} .tier-progress:contains("${words}")`,
    };
}

export function notesSay(words) {
    return {
        content: `staff should know: ${words}`,
        trigger: `${CARD} .tier-notes:contains("${words}")`,
    };
}
