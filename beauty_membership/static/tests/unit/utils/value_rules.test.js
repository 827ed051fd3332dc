// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import { giveBack, spend, splitFace } from "@beauty_membership/app/utils/value_rules";

const lot = (remaining, values = {}) => ({ id: 1, remaining, amount: remaining, ...values });
const gift = (remaining, values = {}) => ({
    id: 2,
    remaining,
    amount: 0,
    isBonus: true,
    ...values,
});
const line = (gross, values = {}) => ({ key: "a", productId: 7, gross, price: gross, ...values });
const pot = (lots, values = {}) => ({ lots, order: "proportional", ...values });

/** The vectors of tests/rules/test_value.py. */
function pay(lines, pots, total = lines.reduce((sum, row) => sum + row.gross, 0)) {
    return spend(lines, pots, total).map((c) => [c.key, c.covered, c.tender, c.bonus]);
}

describe("value rules", () => {
    test("120 of 1000 and 200", () => {
        const tenders = { proportional: 10000, principal_first: 12000, bonus_first: 0 };
        for (const [order, tender] of Object.entries(tenders)) {
            const covers = pay([line(12000)], [pot([lot(100000), gift(20000)], { order })]);
            expect(covers).toEqual([["a", 12000, tender, 12000 - tender]]);
        }
    });

    test("split of a face", () => {
        expect(splitFace(100, 1000, 0, "proportional")).toBe(100);
        expect(splitFace(100, 0, 1000, "proportional")).toBe(0);
        expect(splitFace(1, 1, 1, "proportional")).toBe(1);
        expect(splitFace(101, 100, 100, "proportional")).toBe(51);
        expect(splitFace(150, 100, 100, "principal_first")).toBe(100);
        expect(splitFace(150, 100, 100, "bonus_first")).toBe(50);
    });

    test("the second line is split by what the first left", () => {
        const pots = [pot([lot(100), gift(50)], { order: "principal_first" })];
        expect(pay([line(80), line(60, { key: "b" })], pots)).toEqual([
            ["a", 80, 80, 0],
            ["b", 60, 20, 40],
        ]);
    });

    test("pots are spent one after the other", () => {
        const [cover] = spend([line(80)], [pot([lot(50)]), pot([lot(100, { id: 3 })])], 80);
        expect(cover.shares).toEqual({ 1: [50, 50], 3: [30, 30] });
    });

    test("no more than asked, no more than there is", () => {
        expect(pay([line(80)], [pot([lot(50)])], 30)).toEqual([["a", 30, 30, 0]]);
        expect(pay([line(80)], [pot([lot(50)])])).toEqual([["a", 50, 50, 0]]);
        expect(pay([line(80)], [], 80)).toEqual([]);
    });

    test("lots for other products are left alone", () => {
        const pots = [pot([lot(50, { productIds: [9] }), gift(50)])];
        expect(pay([line(80)], pots)).toEqual([["a", 50, 0, 50]]);
        expect(pay([line(80, { productId: 9 })], pots)).toEqual([["a", 80, 40, 40]]);
    });

    test("plans are paid from pots that allow it", () => {
        const row = line(80, { isPlan: true });
        expect(pay([row], [pot([lot(100)])])).toEqual([]);
        const pots = [pot([lot(100)], { allowsPlans: true })];
        expect(pay([row], pots)).toEqual([["a", 80, 80, 0]]);
    });

    test("a plan sold at a discount carries less than its face", () => {
        const lines = [line(333), line(667, { key: "b" })];
        expect(pay(lines, [pot([lot(1000, { amount: 899 })])])).toEqual([
            ["a", 333, 299, 34],
            ["b", 667, 600, 67],
        ]);
    });

    test("the pricelist of the pot decides what a line costs", () => {
        const values = { 8000: 8000, 10000: 10000, 12000: 10000, 0: 10000, 3333: 3333 };
        for (const [value, tender] of Object.entries(values)) {
            const row = line(10000, { prices: { 4: Number(value) } });
            const pots = [pot([lot(50000)], { pricelistId: 4 })];
            expect(pay([row], pots)).toEqual([["a", 10000, tender, 10000 - tender]]);
        }
        const row = line(10000, { prices: { 4: 8000 } });
        const pots = [pot([lot(4000)], { pricelistId: 4 })];
        expect(pay([row], pots)).toEqual([["a", 5000, 4000, 1000]]);
        expect(pay([row], pots, 1)).toEqual([["a", 1, 1, 0]]);
    });

    test("a cent moves between principal and gift, more does not", () => {
        const pots = [pot([lot(100000), gift(20000)])];
        const shares = (bonus) => spend([line(12000, { bonus })], pots, 12000)[0].shares;
        expect(shares(2001)).toEqual({ 1: [9999, 9999], 2: [2001, 0] });
        expect(shares(1999)).toEqual({ 1: [10001, 10001], 2: [1999, 0] });
        expect(shares(2002)).toEqual({ 1: [10000, 10000], 2: [2000, 0] });
    });

    test("parts given back sum to what was taken", () => {
        expect([0, 1000, 2000].map((before) => giveBack(100, 3000, before, 1000))).toEqual([
            33, 34, 33,
        ]);
        expect(giveBack(0, 1000, 0, 1000)).toBe(0);
    });
});
