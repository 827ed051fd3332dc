// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import { getReachedSteps } from "@beauty_membership/app/utils/ladder_rules";

const LADDER = [
    { amount: 1000, gives: 150 },
    { amount: 500, gives: 50 },
    { amount: 3000, gives: 500 },
];

function gives(amount, mode) {
    return getReachedSteps(LADDER, amount, mode).map((step) => step.gives);
}

describe("ladder rules", () => {
    test("a step counts from its amount on, up to the next one", () => {
        expect(gives(499.99)).toEqual([]);
        expect(gives(500)).toEqual([50]);
        expect(gives(999.99)).toEqual([50]);
        expect(gives(1000)).toEqual([150]);
        expect(gives(9000)).toEqual([500]);
    });

    test("each step reached", () => {
        expect(gives(1000, "each")).toEqual([50, 150]);
        expect(gives(3000, "each")).toEqual([50, 150, 500]);
    });

    test("steps of one amount belong together", () => {
        const steps = [...LADDER, { amount: 1000, gives: "facial" }];
        expect(getReachedSteps(steps, 1200).map((step) => step.gives)).toEqual([150, "facial"]);
        expect(getReachedSteps([], 1200)).toEqual([]);
    });
});
