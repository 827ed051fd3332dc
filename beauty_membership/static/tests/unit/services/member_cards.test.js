// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import { patchWithCleanup } from "@web/../tests/web_test_helpers";
import { definePosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { newTicket, setupSalon } from "../utils";

definePosModels();

/** Catch the readings of contacts, which would bring the new prices. */
function catchReadings(store) {
    const asked = [];
    patchWithCleanup(store.data, {
        callRelated(model, method, args) {
            asked.push([model, method, args[1][0][2]]);
        },
    });
    return asked;
}

describe("member cards", () => {
    test("a tier that changed at another till brings its prices", async () => {
        const { store, partner } = await setupSalon();
        const order = newTicket(store, partner);
        const repriced = [];
        patchWithCleanup(order, {
            updatePricelistAndFiscalPosition: (member) => repriced.push(member.id),
        });
        const asked = catchReadings(store);
        await store.memberCards.followTier({ partner_id: partner.id, tier: { id: 3 } });
        expect(asked).toEqual([["res.partner", "get_new_partner", partner.id]]);
        expect(repriced).toEqual([partner.id]);
    });

    test("a tier that is known already reads nothing", async () => {
        const { store, partner } = await setupSalon();
        const asked = catchReadings(store);
        await store.memberCards.followTier({ partner_id: partner.id, tier: false });
        expect(asked).toEqual([]);
    });
});
