// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import { definePosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { CustomerDisplayPosAdapter } from "@point_of_sale/app/customer_display/customer_display_adapter";
import { makeCard, makeSession, newTicket, setupSalon } from "../utils";

definePosModels();

function show(order) {
    const adapter = new CustomerDisplayPosAdapter();
    adapter.formatOrderData(order);
    return adapter.data;
}

describe("what the member sees of her card", () => {
    test("the session on the ticket, as one, and what is left", async () => {
        const { store, partner, service } = await setupSalon();
        const order = newTicket(store, partner);
        await store.membership.use(order, makeSession(service));
        const data = show(order);
        expect(data.lines[0]).toMatchObject({ isSession: true, price: "1 session" });
        expect(data.membership).toEqual([{ name: service.name, done: "1 used", left: "9 left" }]);
    });

    test("a visit on a pass leaves its days", async () => {
        const { store, partner, service } = await setupSalon();
        const pass = {
            ...makeSession(service),
            entitlement_id: 601,
            days_left: 120,
            visits_left: 1,
        };
        store.memberCards.put({ ...makeCard(partner, []), passes: [pass] });
        const order = newTicket(store, partner);
        await store.membership.use(order, store.membership.getSession(order, 601));
        expect(show(order).membership).toMatchObject([{ done: "1 visit", left: "120 days left" }]);
    });

    test("nothing clinical: flags of the card stay at the till", async () => {
        const { store, partner, service } = await setupSalon();
        const card = makeCard(partner, [makeSession(service)]);
        store.memberCards.put({ ...card, flags: { allergy: true, complaint: true } });
        const order = newTicket(store, partner);
        await store.membership.use(order, makeSession(service));
        const told = JSON.stringify(show(order));
        expect(told).not.toInclude("allergy");
        expect(told).not.toInclude("complaint");
        expect(told).not.toInclude(partner.name);
    });
});
