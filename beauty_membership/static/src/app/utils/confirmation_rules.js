// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

/** Twin of `beauty_membership/rules/confirmation.py`. A later one is as good. */
const STRENGTH = ["none", "signature", "pin", "code"];

/**
 * How a ticket has to be confirmed by its member.
 * @param {Array} moves [method, least amount, amount] of each contract, in cents
 */
export function findMethod(moves) {
    const asked = moves.filter(([, least, amount]) => amount >= least);
    const strengths = asked.map(([method]) => STRENGTH.indexOf(method));
    return STRENGTH[Math.max(0, ...strengths)];
}

export function isEnough(given, asked) {
    return Math.max(0, STRENGTH.indexOf(given)) >= STRENGTH.indexOf(asked);
}
