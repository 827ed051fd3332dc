// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

const CARD = ".beauty-member-panel .beauty-member-card";

function row(name) {
    return `${CARD} .member-session:has(.session-name:contains("${name}"))`;
}

/** One action: a session of that name goes on the ticket. */
export function use(name) {
    return {
        content: `use a session of ${name}`,
        trigger: `${row(name)} button.session-use:enabled`,
        run: "click",
    };
}

/** Which service of several, and how many units it says it costs. */
export function chooseService(name, units) {
    return {
        content: `${name} for ${units} units`,
        trigger: `.modal .selection-item:contains("${name}"):contains("Units: ${units}")`,
        run: "click",
    };
}

export function isShownFor(name) {
    return {
        content: `the card of ${name} is beside the ticket`,
        trigger: `${CARD} .member-name:contains("${name}")`,
    };
}

export function sessionsLeftAre(name, left) {
    return {
        content: `${left} of ${name} are left`,
        trigger: `${row(name)} .session-left b:contains(/^${left}$/)`,
    };
}

export function sessionsOnTicketAre(name, count) {
    return {
        content: `${count} of ${name} are on this ticket`,
        trigger: `${row(name)} .session-here:contains("${count}")`,
    };
}

export function sessionsElsewhereAre(name, count) {
    return {
        content: `${count} of ${name} are on another ticket`,
        trigger: `${row(name)} .session-elsewhere:contains("${count}")`,
    };
}

export function cannotUse(name) {
    return {
        content: `${name} cannot be used`,
        trigger: `${row(name)} button.session-use:disabled`,
    };
}

export function hasNone(name) {
    return {
        content: `no ${name} is left`,
        trigger: `${CARD}:not(:has(.session-name:contains("${name}")))`,
    };
}

/** Without a connection and a card: write the service down. */
export function noteSession(name) {
    return [
        { content: "note a session", trigger: `${CARD} .member-note-use`, run: "click" },
        {
            content: `of ${name}`,
            trigger: `.modal .selection-item:contains("${name}")`,
            run: "click",
        },
    ];
}

export function isOwnedBy(name, owner) {
    return {
        content: `${name} is shared by ${owner}`,
        trigger: `${row(name)} .session-owner:contains("${owner}")`,
    };
}

export function valueIs(amount) {
    return {
        content: `${amount} of stored value is on the card`,
        trigger: `${CARD} .member-value:contains("${amount}")`,
    };
}

/** Goods kept for her: one of them is handed out. */
export function handOut(name) {
    return {
        content: `hand out ${name}`,
        trigger: `${row(name)} button.session-use:enabled:contains("Hand out")`,
        run: "click",
    };
}

/** What is left of a contract pays a part of a bigger plan. */
export function upgrade(contract, plan) {
    const item = (text) => `.modal .selection-item:contains("${text}")`;
    return [
        { content: "upgrade", trigger: `${CARD} .member-upgrade:enabled`, run: "click" },
        { content: `from ${contract}`, trigger: item(contract), run: "click" },
        { content: `into ${plan}`, trigger: item(plan), run: "click" },
    ];
}
