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

export function showsFlag(flag) {
    return { content: `the card shows ${flag}`, trigger: `${CARD} .member-${flag}` };
}

export function hasRecentUse(name, technician) {
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

export function recentUseIsUndone(name) {
    return {
        content: `the use of ${name} is undone`,
        trigger: `${CARD} .recent-use.is-undone:contains("${name}")`,
    };
}

export function clickRecentTechnician(name) {
    return {
        content: `change who did ${name}`,
        trigger: `${CARD} .recent-use:contains("${name}") button.recent-technician`,
        run: "click",
    };
}

function pass(name) {
    return `${CARD} .member-pass:has(.pass-name:contains("${name}"))`;
}

export function passHasDays(name, days) {
    return {
        content: `${name} has ${days} days left`,
        trigger: `${pass(name)} .pass-days b:contains(/^${days}$/)`,
    };
}

export function usePass(name) {
    return {
        content: `a visit on ${name}`,
        trigger: `${pass(name)} button.pass-use:enabled`,
        run: "click",
    };
}

export function passCannotBeUsed(name) {
    return {
        content: `${name} gives no visit now`,
        trigger: `${pass(name)} button.pass-use:disabled`,
    };
}

export function passSaysWhyNot(name, reason) {
    return {
        content: `${name} says: ${reason}`,
        trigger: `${pass(name)} .pass-reason:contains("${reason}")`,
    };
}

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

// ---- Several members on a ticket ----

const TABS = ".beauty-member-panel .member-tabs";

export function clickAddCard() {
    return {
        content: "put another member's card beside the ticket",
        trigger: ".beauty-member-panel .member-add-card",
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

// ---- Tier ----

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
