// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

const CARD = ".beauty-member-panel .beauty-member-card";

export function has(name, technician) {
    return {
        content: `${name} by ${technician} is a recent use`,
        trigger: `${CARD} .recent-use:contains("${name}"):has(.recent-technician:contains("${technician}"))`,
    };
}

export function clickUndo(name) {
    return {
        content: `undo the use of ${name}`,
        trigger: `${CARD} .recent-use:contains("${name}") button.recent-undo`,
        run: "click",
    };
}

export function isUndone(name) {
    return {
        content: `the use of ${name} is undone`,
        trigger: `${CARD} .recent-use.is-undone:contains("${name}")`,
    };
}

export function clickTechnician(name) {
    return {
        content: `change who did ${name}`,
        trigger: `${CARD} .recent-use:contains("${name}") button.recent-technician`,
        run: "click",
    };
}
