// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

/**
 * Twin of `beauty_membership/rules/authority.py`: the till previews who has to ask.
 * Money in cents, discounts in hundredths of a percent.
 */
const EVERYTHING = 10000;
const TOLERANCE = 1;

function getDiscountBeyond(sales, limits) {
    if (limits.discount >= EVERYTHING) {
        return 0;
    }
    let beyond = 0;
    let spare = 0;
    let off = 0;
    for (const sale of sales.filter((row) => !row.giftSessions)) {
        if (sale.paid < 0) {
            off -= sale.paid;
            continue;
        }
        const given = sale.listed - sale.paid;
        const allowed = Math.ceil((sale.listed * limits.discount) / EVERYTHING) + TOLERANCE;
        beyond += Math.max(0, given - allowed);
        spare += Math.max(0, allowed - Math.max(0, given));
    }
    return beyond + Math.max(0, off - spare) - limits.rounding;
}

function countChanged(sales, limits) {
    const isBelow = (sale) => sale.isPriceChanged && sale.listed - sale.paid > TOLERANCE;
    return limits.can_change_price ? 0 : sales.filter(isBelow).length;
}

/**
 * What a ticket gives beyond the limits of its cashier.
 * @param {Array} sales {listed, paid, isPriceChanged, giftSessions, bonus} of each line
 * @param {Object} limits {discount, rounding, can_change_price, gift_sessions, bonus}
 * @returns {Object} {discount: cents, price: lines, gift: sessions, bonus: cents}
 */
export function findExcess(sales, limits) {
    const sum = (name) => sales.reduce((total, sale) => total + (sale[name] || 0), 0);
    const excess = {
        discount: getDiscountBeyond(sales, limits),
        price: countChanged(sales, limits),
        gift: sum("giftSessions") - limits.gift_sessions,
        bonus: sum("bonus") - (limits.bonus || 0),
    };
    return Object.fromEntries(Object.entries(excess).filter(([, number]) => number > 0));
}

/** Whether what was approved covers what a ticket gives beyond the limits. */
export function isCovered(excess, approved) {
    return Object.entries(excess).every(
        ([code, number]) => number <= (approved[code] || 0) + (code === "discount" ? TOLERANCE : 0)
    );
}
