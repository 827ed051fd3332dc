// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import { definePosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { getSession, makeCard, makeSession, newTicket, setupSalon } from "../utils";

definePosModels();

describe("staff", () => {
    test("who is logged in sells", async () => {
        const { store, service, partner } = await setupSalon();
        store.setCashier(store.models["hr.employee"].get(3));
        const order = newTicket(store, partner);
        const vals = { product_tmpl_id: service.product_tmpl_id, qty: 1 };
        const line = await store.addLineToOrder(vals, order);
        expect(line.seller_id).toBe(3);
        expect(line.sellerName).toBe("Lan");
        expect(line.technician_id || false).toBe(false);
    });

    test("a treatment takes the member's usual technician", async () => {
        const { store, service, partner } = await setupSalon();
        service.product_tmpl_id.update({ is_treatment: true });
        const order = newTicket(store, partner);
        const vals = { product_tmpl_id: service.product_tmpl_id, qty: 1 };
        const line = await store.addLineToOrder(vals, order);
        expect(line.technician_id).toBe(2);
    });

    test("nobody is guessed among several", async () => {
        const { store, service, partner } = await setupSalon();
        const card = makeCard(partner, [makeSession(service)]);
        store.memberCards.put({ ...card, technician_id: false });
        const order = newTicket(store, partner);
        expect(store.staff.getDefaultTechnician(order, service)).toBe(false);
        store.models["hr.employee.public"].get(3).update({ is_technician: false });
        expect(store.staff.getDefaultTechnician(order, service)).toBe(2);
        const line = await store.membership.use(order, getSession(store, order));
        expect(line.technician_id).toBe(2);
    });
});
