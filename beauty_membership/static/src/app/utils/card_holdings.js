// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

/** Everything on a card that a ticket line can take from, as rows of one shape. */
export function getHoldings(card) {
    return card ? [...card.sessions, ...getPasses(card)] : [];
}

/** A visit takes no units: only its limits end a pass before its last day. */
export function getPasses(card) {
    return (card.passes || []).map((pass) => ({
        kind: "pass",
        remaining: pass.visits_left ?? Infinity,
        ...pass,
    }));
}
