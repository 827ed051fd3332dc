// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

const CARD = ".beauty-member-panel .beauty-member-card";

function pass(name) {
    return `${CARD} .member-pass:has(.pass-name:contains("${name}"))`;
}

export function hasDays(name, days) {
    return {
        content: `${name} has ${days} days left`,
        trigger: `${pass(name)} .pass-days b:contains(/^${days}$/)`,
    };
}

export function use(name) {
    return {
        content: `a visit on ${name}`,
        trigger: `${pass(name)} button.pass-use:enabled`,
        run: "click",
    };
}

export function cannotUse(name) {
    return {
        content: `${name} gives no visit now`,
        trigger: `${pass(name)} button.pass-use:disabled`,
    };
}

export function saysWhyNot(name, reason) {
    return {
        content: `${name} says: ${reason}`,
        trigger: `${pass(name)} .pass-reason:contains("${reason}")`,
    };
}
