// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { expect, test } from "@odoo/hoot";
import { releasedUnits } from "@beauty_membership/app/utils/part_payment_rules";

// 960 over ten sessions, 96 each; the same table as tests/rules/test_part_payment.py
const TABLE = [
    ["paid", 30000, 3],
    ["paid", 9599, 0],
    ["paid", 9600, 1],
    ["paid", 95999, 9],
    ["paid", 96000, 10],
    ["all", 1, 10],
    ["manager", 95999, 0],
];

test("units that a part of the price frees", () => {
    for (const [rule, paid, released] of TABLE) {
        const terms = { isSettled: false, paid, amount: 96000, quantity: 10, unit: 9600 };
        expect(releasedUnits(rule, terms)).toBe(released);
    }
});

test("the last payment frees everything, gifts too", () => {
    const terms = { isSettled: true, paid: 0, amount: 0, quantity: 3, unit: 0 };
    expect(releasedUnits("manager", terms)).toBe(3);
    expect(releasedUnits("paid", { ...terms, isSettled: false })).toBe(0);
});
