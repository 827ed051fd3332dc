// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

/**
 * Twin of `beauty_membership/rules/`: the till previews what the server decides.
 * Amounts inside are whole numbers of the currency's smallest unit.
 */

/** Return the amount in the smallest unit, rounded half away from zero. */
export function toCents(amount, digits) {
    const [mantissa, exponent = "0"] = Math.abs(amount).toString().split("e");
    const cents = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
    return amount < 0 ? -cents : cents;
}

export function fromCents(cents, digits) {
    return Number(`${cents}e${-digits}`);
}

/**
 * Split cents in proportion to the weights: shares are rounded down, the cents
 * left over go to the largest remainders, the first one winning among equals.
 */
export function allocate(amount, weights) {
    if (amount < 0 || weights.some((weight) => weight < 0)) {
        throw new RangeError("allocate() needs amounts and weights of zero or more");
    }
    const parts = weights.some(Boolean) ? weights : weights.map(() => 1);
    const total = parts.reduce((sum, part) => sum + BigInt(part), 0n);
    const products = parts.map((part) => BigInt(amount) * BigInt(part));
    const shares = products.map((product) => Number(product / total));
    const remainders = products.map((product) => product % total);
    const order = remainders.map((_, index) => index);
    order.sort((a, b) => Number(remainders[b] - remainders[a]) || a - b);
    const rest = weights.length ? amount - shares.reduce((sum, share) => sum + share, 0) : 0;
    order.slice(0, rest).forEach((index) => (shares[index] += 1));
    return shares;
}

/** Return the cents of one unit: the amount over the quantity, rounded down. */
export function unitValue(amount, quantity) {
    if (quantity < 1) {
        throw new RangeError("a holding has at least one unit");
    }
    return Math.floor(amount / quantity);
}

/** Return the cents of the next units out of a holding; the last unit takes the rest. */
export function takeValue(amountRemaining, remaining, unit, units) {
    if (units < 1 || units > remaining) {
        throw new RangeError("the holding has not that many units");
    }
    return units === remaining ? amountRemaining : Math.min(unit * units, amountRemaining);
}
