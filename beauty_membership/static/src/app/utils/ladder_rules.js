// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

/**
 * Twin of `reached_steps` in `beauty_membership/rules/ladder.py`: the steps that an
 * amount earns, lowest first; a step counts from its amount on.
 * @param {Array} steps of {amount}, any unit
 * @param {string} mode "best": the highest step reached; "each": all steps reached
 */
export function getReachedSteps(steps, amount, mode = "best") {
    const reached = steps
        .filter((step) => step.amount <= amount)
        .sort((a, b) => a.amount - b.amount);
    return mode === "each" || !reached.length
        ? reached
        : reached.filter((step) => step.amount === reached.at(-1).amount);
}
