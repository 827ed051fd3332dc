// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import {
    fillLines,
    getEarned,
    getRewardCount,
    toHundredths,
    weigh,
} from "@beauty_membership/app/utils/points_rules";

describe("points rules", () => {
    test("what a ticket earns", () => {
        // the vectors of tests/rules/test_points.py
        const vectors = [
            [12000, 1, 1, 100, 1, 1, 120],
            [11999, 1, 1, 100, 1, 1, 119],
            [12000, 1, 1, 1000, 1, 1, 12],
            [12000, 0, 1, 100, 1, 1, 0],
            [12000, 1, 0, 100, 1, 1, 0],
            [12000, 2, 1.5, 100, 1, 1, 360],
            [12000, 1, 1, 100, 1.5, 2, 360],
            [333, 1, 1, 100, 1.25, 1, 4],
            [99, 1, 1, 100, 1, 1, 0],
            [-11999, 1, 1, 100, 1, 1, -119],
        ];
        for (const [cents, category, product, perAmount, tier, birthday, points] of vectors) {
            const weight = weigh(cents, toHundredths(category), toHundredths(product));
            const factors = [tier, birthday].map(toHundredths);
            expect(getEarned(weight, perAmount, ...factors)).toBe(points);
        }
    });

    test("a ticket is rounded once", () => {
        expect(getEarned(3n * weigh(50, 100, 100), 100)).toBe(1);
    });

    test("money off goes in whole rewards", () => {
        expect(getRewardCount(3000, 1000)).toBe(3);
        expect(getRewardCount(2500, 1000)).toBe(null);
        expect(getRewardCount(0, 1000)).toBe(null);
    });

    test("money off fills the lines in their order", () => {
        expect(fillLines(150, [100, 100, 100])).toEqual([100, 50, 0]);
        expect(fillLines(150, [-20, 100])).toEqual([0, 100]);
    });
});
