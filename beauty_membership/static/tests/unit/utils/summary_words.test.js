// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import { setupPosEnv } from "@point_of_sale/../tests/unit/utils";
import { definePosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { getDetailTexts, getMovedText } from "@beauty_membership/app/utils/summary_words";

definePosModels();

async function say(row) {
    const { currency } = await setupPosEnv();
    const details = getDetailTexts(row, currency.id, (day) => day);
    const plain = (text) => String(text).replaceAll("\u00a0", " ");
    return [getMovedText(row, currency.id), ...details].map(plain);
}

describe("each holding is counted in its own unit", () => {
    test("sessions", async () => {
        const row = { kind: "use", unit: "session", used: 1, remaining: 9 };
        expect(await say({ ...row, date_expiry: "2027-01-31" })).toEqual([
            "1 used",
            "9 left, until 2027-01-31",
        ]);
    });
    test("a visit on a pass leaves days", async () => {
        const row = { kind: "use", unit: "day", used: 1, remaining: 80 };
        expect(await say(row)).toEqual(["1 visit", "80 days left"]);
    });
    test("goods are handed out", async () => {
        const row = { kind: "use", unit: "piece", used: 2, remaining: 3 };
        expect(await say(row)).toEqual(["2 handed out", "3 pieces left"]);
    });
    test("points", async () => {
        const row = { kind: "spend", unit: "points", points: 100, remaining: 40 };
        expect(await say(row)).toEqual(["-100 points", "40 points left"]);
    });
    test("money put in has a day of its own, what is left has none", async () => {
        const row = { kind: "value_in", principal: 500, bonus: 50, date_expiry: "2028-01-31" };
        expect(await say({ ...row, principal_left: 900, bonus_left: 50 })).toEqual([
            "$ 500.00 + $ 50.00 bonus put in",
            "until 2028-01-31",
            "$ 900.00 + $ 50.00 bonus remaining",
        ]);
    });
    test("bonus alone is no principal", async () => {
        const row = { kind: "value", principal: 0, bonus: 5, principal_left: 0, bonus_left: 0 };
        expect(await say(row)).toEqual(["$ 5.00 bonus spent", "$ 0.00 remaining"]);
    });
});
