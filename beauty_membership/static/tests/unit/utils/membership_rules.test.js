// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import {
    allocate,
    fromCents,
    takeValue,
    toCents,
    unitValue,
} from "@beauty_membership/app/utils/membership_rules";

describe("membership rules", () => {
    test("money goes to whole cents and back", () => {
        expect(toCents(581.82, 2)).toBe(58182);
        expect(toCents(1.005, 2)).toBe(101);
        expect(toCents(-0.29, 2)).toBe(-29);
        expect(toCents(1e-7, 2)).toBe(0);
        expect(toCents(1200, 0)).toBe(1200);
        expect(fromCents(8336, 2)).toBe(83.36);
    });

    test("a price is split by stand-alone price, to the last cent", () => {
        expect(allocate(80000, [80000, 30000])).toEqual([58182, 21818]);
        expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
        expect(allocate(5, [0, 0])).toEqual([3, 2]);
        expect(allocate(0, [7, 3])).toEqual([0, 0]);
        expect(allocate(900719925474099, [1, 2])).toEqual([300239975158033, 600479950316066]);
        expect(allocate(10, [])).toEqual([]);
        expect(() => allocate(-1, [1])).toThrow();
    });

    test("a unit is rounded down, the last one takes the rest", () => {
        const unit = unitValue(83333, 10);
        expect(unit).toBe(8333);
        const taken = [];
        let left = 83333;
        for (let remaining = 10; remaining > 0; remaining--) {
            const value = takeValue(left, remaining, unit, 1);
            taken.push(value);
            left -= value;
        }
        expect(taken).toEqual([...Array(9).fill(8333), 8336]);
        expect(left).toBe(0);
        expect(() => takeValue(100, 1, 100, 2)).toThrow();
        expect(() => unitValue(100, 0)).toThrow();
    });
});
