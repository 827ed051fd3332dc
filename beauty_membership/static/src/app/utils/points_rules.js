// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

/**
 * Twin of `beauty_membership/rules/points.py`, as far as the till previews it.
 * Money in cents, factors in hundredths; products pass 2^53, so they are BigInt.
 */

const HUNDREDTHS = 100;
const SCALE = 100000000n; // category, product, tier and birthday factors

export function toHundredths(factor) {
    return Math.max(Math.round(factor * HUNDREDTHS), 0);
}

/** How much a line counts, for `getEarned`. */
export function weigh(cents, categoryFactor, productFactor) {
    return BigInt(cents) * BigInt(categoryFactor) * BigInt(productFactor);
}

/**
 * Points of a ticket, rounded down once.
 * @param {bigint} weight sum of `weigh`
 * @param {number} perAmount cents that earn one point, one or more
 */
export function getEarned(weight, perAmount, tier = HUNDREDTHS, birthday = HUNDREDTHS) {
    const isBack = weight < 0n;
    const product = (isBack ? -weight : weight) * BigInt(tier) * BigInt(birthday);
    const points = Number(product / (BigInt(perAmount) * SCALE));
    return isBack ? -points : points;
}

/**
 * How many times a money-off reward gives a discount, or null if not in whole times.
 * @param {number} discount cents off the lines
 * @param {number} amount cents that one takes off
 */
export function getRewardCount(discount, amount) {
    return amount <= 0 || discount <= 0 || discount % amount ? null : discount / amount;
}

/**
 * Spread money off over lines, in their order.
 * @param {number} total cents
 * @param {Array} rooms cents each line has left to pay
 * @returns {Array} cents for each line; their sum is less if the lines are too small
 */
export function fillLines(total, rooms) {
    let rest = total;
    return rooms.map((room) => {
        const part = Math.min(rest, Math.max(0, room));
        rest -= part;
        return part;
    });
}
