// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import { definePosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { getSession, makePlan, newTicket, setupSalon } from "../utils";

definePosModels();

describe("pos.order: prepaid sessions", () => {
    test("a session brings its tender, and takes it away", async () => {
        const { store, partner } = await setupSalon();
        const order = newTicket(store, partner);
        const line = await store.membership.use(order, getSession(store, order));
        expect(order.prepaidDue).toBe(83.33);
        expect(order.payment_ids.map((payment) => payment.amount)).toEqual([83.33]);
        expect(order.isFullyPrepaid).toBe(true);
        expect(order.isPaid()).toBe(true);
        order.removeOrderline(line);
        expect(order.payment_ids.length).toBe(0);
        expect(order.isFullyPrepaid).toBe(false);
    });

    test("the tender covers the sessions alone", async () => {
        const { store, partner, service } = await setupSalon();
        const order = newTicket(store, partner);
        await store.membership.use(order, getSession(store, order));
        await store.addLineToOrder({ product_tmpl_id: service.product_tmpl_id, qty: 1 }, order);
        expect(order.prepaidDue).toBe(83.33);
        expect(order.isFullyPrepaid).toBe(false);
        expect(order.remainingDue).toBe(3.45);
    });

    test("a parked ticket with the tender opens where it was left", async () => {
        const { store, partner } = await setupSalon();
        const order = newTicket(store, partner);
        await store.membership.use(order, getSession(store, order));
        expect(order.getScreenData().name).toBe("ProductScreen");
    });

    test("removing a package removes its sessions on the ticket", async () => {
        const { store, partner, service } = await setupSalon();
        const lines = [{ product_ids: [service], quantity: 10, list_price: 100 }];
        const template = makePlan(store, { lines });
        const order = newTicket(store, partner);
        const planLine = await store.addLineToOrder(
            { product_tmpl_id: template, price_unit: 800 },
            order
        );
        await store.membership.usePlanLine(planLine);
        expect(order.lines.length).toBe(2);
        expect(order.prepaidDue).toBe(80);
        order.removeOrderline(planLine);
        expect(order.lines.length).toBe(0);
        expect(order.payment_ids.length).toBe(0);
    });

    test("rewards see neither sessions nor packages", async () => {
        const { store, partner, service } = await setupSalon();
        const order = newTicket(store, partner);
        const line = await store.membership.use(order, getSession(store, order));
        await store.addLineToOrder({ product_tmpl_id: service.product_tmpl_id, qty: 1 }, order);
        const reward = store.models["loyalty.reward"].getFirst();
        expect(order._getDiscountableOnOrder(reward).discountable).toBe(3.45);
        expect(order.isLineValidForLoyaltyPoints(line)).toBe(false);
        expect(order.getOrderlines().length).toBe(2);
    });

    test("a ticket that was on its way when the page closed is locked", async () => {
        const { store, partner } = await setupSalon();
        const order = newTicket(store, partner);
        order.restoreState({ ...order.uiState, membership: { sending: true } });
        expect(order.isLocked()).toBe(true);
        expect(order.isSending()).toBe(false);
    });

    test("the server's summary goes before the preview", async () => {
        const { store, partner } = await setupSalon();
        const order = newTicket(store, partner);
        await store.membership.use(order, getSession(store, order));
        expect(order.getMembershipSummary()).toMatchObject([{ used: 1, remaining: 9 }]);
        const told = [{ kind: "use", name: "Facial", used: 1, remaining: 4 }];
        order.update({ membership_summary: told });
        expect(order.getMembershipSummary()).toEqual(told);
    });
});
