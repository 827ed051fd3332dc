// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { allocate } from "./membership_rules";

/**
 * Twin of `beauty_membership/rules/value.py`, where the rules are told: how stored
 * value pays a ticket. All money is whole cents.
 *
 * A lot is {id, remaining, amount, isBonus, productIds}, a pot {lots, order,
 * pricelistId, allowsPlans}, a line {key, productId, gross, price, prices, bonus, isPlan}.
 */

function mulDiv(a, b, divisor, roundUp = false) {
    const product = BigInt(a) * BigInt(b);
    const by = BigInt(divisor);
    return Number((product + (roundUp ? by - 1n : 0n)) / by);
}

/**
 * Cover lines with stored value, up to a total.
 * @returns {Array} {key, covered, tender, bonus, shares: {lot id: [face, amount]}}
 */
export function spend(lines, pots, total) {
    const left = new Map(
        pots.flatMap((pot) => pot.lots.map((lot) => [lot.id, [lot.remaining, lot.amount]]))
    );
    const covers = [];
    let rest = total;
    for (const line of lines) {
        const shares = new Map();
        let covered = 0;
        for (const pot of pots) {
            covered += coverFrom(pot, line, Math.min(line.gross, rest) - covered, left, shares);
        }
        if (covered) {
            rest -= covered;
            covers.push(makeCover(line, covered, shares, pots, left));
        }
    }
    return covers;
}

/** Cover a part of a line from one pot; returns the cents covered. */
function coverFrom(pot, line, wanted, left, shares) {
    if (line.isPlan && !pot.allowsPlans) {
        return 0;
    }
    const lots = pot.lots.filter((lot) => fits(lot, line) && left.get(lot.id)[0] > 0);
    const { price } = line;
    const listed = line.prices?.[pot.pricelistId] ?? price;
    const value = listed > 0 && listed < price ? listed : price;
    const face = lots.reduce((sum, lot) => sum + left.get(lot.id)[0], 0);
    const covered = price > 0 ? Math.min(wanted, mulDiv(face, price, value)) : 0;
    if (covered <= 0) {
        return 0;
    }
    take(pot.order, lots, mulDiv(covered, value, price, true), left, shares);
    return covered;
}

function fits(lot, line) {
    return !lot.productIds?.length || lot.productIds.includes(line.productId);
}

function take(order, lots, face, left, shares) {
    const sides = [lots.filter((lot) => !lot.isBonus), lots.filter((lot) => lot.isBonus)];
    const [principal, gifts] = sides.map((side) =>
        side.reduce((sum, lot) => sum + left.get(lot.id)[0], 0)
    );
    const part = splitFace(face, principal, gifts, order);
    takeSide(sides[0], part, left, shares);
    takeSide(sides[1], face - part, left, shares);
}

/** How much of a face comes from principal. */
export function splitFace(face, principal, gifts, order) {
    if (order === "principal_first") {
        return Math.min(face, principal);
    }
    return order === "bonus_first"
        ? Math.max(0, face - gifts)
        : allocate(face, [principal, gifts])[0];
}

function takeSide(lots, face, left, shares) {
    let rest = face;
    for (const lot of lots) {
        const [remaining, amount] = left.get(lot.id);
        const part = Math.min(rest, remaining);
        if (part > 0) {
            const money = part === remaining ? amount : mulDiv(part, amount, remaining);
            shares.set(lot.id, [part, money]);
            left.set(lot.id, [remaining - part, amount - money]);
            rest -= part;
        }
    }
}

function sumTender(shares) {
    return [...shares.values()].reduce((sum, [, amount]) => sum + amount, 0);
}

function makeCover(line, covered, shares, pots, left) {
    const bonus = covered - sumTender(shares);
    const cent = (line.bonus ?? bonus) - bonus;
    if (Math.abs(cent) === 1) {
        const gifts = new Set(
            pots.flatMap((pot) => pot.lots.filter((lot) => lot.isBonus).map((lot) => lot.id))
        );
        nudge(shares, cent, gifts, left);
    }
    const tender = sumTender(shares);
    return {
        key: line.key,
        covered,
        tender,
        bonus: covered - tender,
        shares: Object.fromEntries(shares),
    };
}

/** Move one cent from principal to gift (1), or back (-1), if they have it. */
function nudge(shares, cent, gifts, left) {
    for (const [id, sign] of findNudge(shares, cent, gifts, left)) {
        const [face, amount] = shares.get(id);
        const money = gifts.has(id) ? 0 : sign;
        shares.set(id, [face + sign, amount + money]);
        const [remaining, behind] = left.get(id);
        left.set(id, [remaining - sign, behind - money]);
    }
}

function findNudge(shares, cent, gifts, left) {
    const ids = [...shares.keys()];
    const has = (id, part) => (part ? shares.get(id) : left.get(id));
    const principal = ids.filter((id) => !gifts.has(id) && has(id, cent > 0)[1] > 0);
    const even = ids.filter((id) => gifts.has(id) && has(id, cent < 0)[0] > 0);
    return principal.length
        ? [[principal.at(-1), -cent], ...even.slice(-1).map((id) => [id, cent])]
        : [];
}

/**
 * What of a use comes back when a part of its line is refunded; quantities in
 * thousandths. The last part brings back the rest.
 */
export function giveBack(taken, quantity, before, back) {
    const part = (done) =>
        Number(
            (2n * BigInt(taken) * BigInt(Math.min(done, quantity)) + BigInt(quantity)) /
                (2n * BigInt(quantity))
        );
    return part(before + back) - part(before);
}
