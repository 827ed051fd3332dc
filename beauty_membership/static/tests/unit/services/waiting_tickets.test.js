// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import { onRpc } from "@web/../tests/web_test_helpers";
import { ConnectionLostError } from "@web/core/network/rpc";
import { patchWithCleanup } from "@web/../tests/web_test_helpers";
import { definePosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { getSession, newTicket, setupSalon } from "../utils";

definePosModels();

async function ticketWithUse() {
    const salon = await setupSalon();
    const order = newTicket(salon.store, salon.partner);
    await salon.store.membership.use(order, getSession(salon.store, order));
    return { ...salon, order };
}

function loseAnswers(store) {
    patchWithCleanup(store.data, {
        async call(model, method) {
            if (method === "sync_from_ui") {
                throw new ConnectionLostError();
            }
            return super.call(...arguments);
        },
    });
}

describe("waiting tickets", () => {
    test("a use is noted apart, the rest of the ticket goes on", async () => {
        const { store, service, order } = await ticketWithUse();
        await store.addLineToOrder({ product_tmpl_id: service.product_tmpl_id, qty: 1 }, order);
        const rest = await store.waitingTickets.note(order);
        const [noted] = store.waitingTickets.getNoted();
        expect(rest.uuid).toBe(order.uuid);
        expect(order.lines.length).toBe(1);
        expect(order.priceIncl).toBe(3.45);
        expect(order.payment_ids.length).toBe(0);
        expect(noted.lines.length).toBe(1);
        expect(noted.prepaidDue).toBe(83.33);
        expect(noted.state).toBe("draft");
        expect(noted.partner_id.id).toBe(order.partner_id.id);
    });

    test("what waits is not sent with other tickets", async () => {
        const { store, order } = await ticketWithUse();
        store.addPendingOrder([order.id]);
        expect(store.getPendingOrder().orderToCreate.length).toBe(1);
        await store.waitingTickets.note(order);
        expect(store.getPendingOrder().orderToCreate.length).toBe(0);
    });

    test("without an answer the ticket is locked: no draft, no receipt", async () => {
        const { store, order } = await ticketWithUse();
        loseAnswers(store);
        expect(await store.waitingTickets.send(order)).toBe(false);
        clearTimeout(store.waitingTickets.timer);
        expect(order.isLocked()).toBe(true);
        expect(order.finalized).toBe(true);
        expect(store.getPendingOrder().orderToCreate.length).toBe(0);
        expect(store.waitingTickets.count).toBe(1);
    });

    test("the server's answer opens the lock", async () => {
        const { store, order } = await ticketWithUse();
        store.waitingTickets.lock(order);
        await store.waitingTickets.retryLocked();
        expect(order.isLocked()).toBe(false);
        expect(order.isSynced).toBe(true);
        expect(store.waitingTickets.count).toBe(0);
    });

    test("a refusal gives the ticket back to the cashier", async () => {
        const { store, order } = await ticketWithUse();
        onRpc("pos.order", "sync_from_ui", () => {
            throw new Error("nothing left");
        });
        await store.waitingTickets.send(order).catch(() => {});
        expect(order.isLocked()).toBe(false);
        expect(order.isSending()).toBe(false);
    });

    test("a ticket validated first does not answer for others", async () => {
        const { store, service, order } = await ticketWithUse();
        const sent = [];
        onRpc("pos.order", "sync_from_ui", ({ args, parent }) => {
            sent.push(args[0][0].uuid);
            return parent();
        });
        const other = newTicket(store, order.partner_id);
        await store.addLineToOrder({ product_tmpl_id: service.product_tmpl_id, qty: 1 }, other);
        store.addPendingOrder([other.id, order.id]);
        store.validatingUuid = order.uuid;
        await store.syncAllOrders({ throw: true });
        expect(sent).toEqual([order.uuid, other.uuid]);
    });

    test("what waits cannot be deleted", async () => {
        const { store, order } = await ticketWithUse();
        await store.waitingTickets.note(order);
        expect(await store._onBeforeDeleteOrder(order)).toBe(false);
        expect(await store._onBeforeDeleteOrder(store.addNewOrder())).toBe(true);
    });
});
