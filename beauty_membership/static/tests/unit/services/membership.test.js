// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import { onRpc } from "@web/../tests/web_test_helpers";
import { definePosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { getSession, makeCard, makePlan, makeSession, newTicket, setupSalon } from "../utils";

definePosModels();

describe("membership", () => {
    test("one member on two parked tickets", async () => {
        const { store, partner } = await setupSalon({ remaining: 2 });
        const first = newTicket(store, partner);
        await store.membership.use(first, getSession(store, first));
        const second = newTicket(store, partner);
        const session = getSession(store, second);
        expect(store.membership.getPendingUnits(501, second)).toEqual({ here: 0, elsewhere: 1 });
        expect(store.membership.getLeft(second, session)).toBe(1);
        await store.membership.use(second, session);
        expect(store.membership.canUse(second, session)).toBe(false);
        expect(await store.membership.use(second, session)).toBe(undefined);
        expect(second.lines.length).toBe(1);
    });

    test("the last session takes the rest, also on a ticket that was parked", async () => {
        const { store, partner, service } = await setupSalon({ remaining: 2 });
        const order = newTicket(store, partner);
        await store.membership.use(order, getSession(store, order));
        expect(order.prepaidDue).toBe(83.33);
        // another ticket takes the other one: the card comes back with one left
        store.memberCards.put(makeCard(partner, [makeSession(service, { remaining: 1 })]));
        expect(order.lines[0].price_unit).toBe(83.36);
        expect(order.payment_ids[0].amount).toBe(83.36);
    });

    test("two of two on one ticket: unit value, then the rest", async () => {
        const { store, partner } = await setupSalon({ remaining: 2 });
        const order = newTicket(store, partner);
        await store.membership.use(order, getSession(store, order));
        await store.membership.use(order, getSession(store, order));
        expect(order.lines.map((line) => line.price_unit)).toEqual([83.33, 83.36]);
        expect(order.prepaidDue).toBe(166.69);
    });

    test("without a customer nothing is taken", async () => {
        const { store, service } = await setupSalon();
        const order = store.addNewOrder();
        await store.membership.use(order, makeSession(service));
        expect(order.lines.length).toBe(0);
    });

    test("a package of several services is split by stand-alone price", async () => {
        const { store, partner, service } = await setupSalon();
        const other = store.models["product.template"].get(7)?.product_variant_ids[0];
        const lines = [
            { product_ids: [service], quantity: 8, list_price: 100 },
            { product_ids: [other], quantity: 2, list_price: 150 },
        ];
        const template = makePlan(store, { lines });
        const order = newTicket(store, partner);
        const planLine = await store.addLineToOrder(
            { product_tmpl_id: template, price_unit: 800 },
            order
        );
        const line = store.membership.createRedemption(order, other, {
            plan_line_uuid: planLine.uuid,
        });
        const last = store.membership.createRedemption(order, other, {
            plan_line_uuid: planLine.uuid,
        });
        store.membership.reprice(order);
        expect([line.price_unit, last.price_unit]).toEqual([109.09, 109.09]);
        expect(order.prepaidDue).toBe(218.18);
    });

    test("tax when used, on top of the price: the total is the value, exactly", async () => {
        const { store, partner, service } = await setupSalon();
        const lines = [{ product_ids: [service], quantity: 12, list_price: 100 }];
        const template = makePlan(store, { taxPoint: "redemption", lines });
        const order = newTicket(store, partner);
        const planLine = await store.addLineToOrder(
            { product_tmpl_id: template, price_unit: 1000 },
            order
        );
        const line = await store.membership.usePlanLine(planLine);
        expect(line.tax_ids.length).toBe(1);
        expect(line.exactTotals.included).toBe(83.33);
        expect(order.prepaidDue).toBe(83.33);
    });

    test("a new price of the package reprices its session", async () => {
        const { store, partner, service } = await setupSalon();
        const lines = [{ product_ids: [service], quantity: 10, list_price: 100 }];
        const template = makePlan(store, { lines });
        const order = newTicket(store, partner);
        const planLine = await store.addLineToOrder(
            { product_tmpl_id: template, price_unit: 800 },
            order
        );
        await store.membership.usePlanLine(planLine);
        planLine.setUnitPrice(500);
        store.membership.reprice(order);
        expect(order.prepaidDue).toBe(50);
    });

    test("a card is read once, however many ask for it", async () => {
        const { store, partner } = await setupSalon();
        delete store.memberCards.byPartner[partner.id];
        let count = 0;
        onRpc("res.partner", "get_member_card", ({ parent }) => {
            count++;
            return parent();
        });
        store.setOrder(store.addNewOrder());
        const loading = store.setPartnerToCurrentOrder(partner);
        await store.memberCards.ensure(partner);
        await loading;
        await store.memberCards.ensure(partner);
        expect(count).toBe(1);
    });
});
