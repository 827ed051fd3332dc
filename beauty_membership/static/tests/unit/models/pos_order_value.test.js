// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import { definePosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { makeCard, makeSession, newTicket, setupSalon } from "../utils";
import { makeValueLots } from "../value_utils";

definePosModels();

const PRICE = 3.45; // the service of the stock test data: 3 and 15 % tax on top

/** A member with money on the card, and a ticket of one service. */
async function setupValue(lots = makeValueLots()) {
    const salon = await setupSalon();
    const { store, partner, service } = salon;
    store.memberCards.put({ ...makeCard(partner, []), value_lots: lots });
    const order = newTicket(store, partner);
    const add = () =>
        store.addLineToOrder({ product_tmpl_id: service.product_tmpl_id, qty: 1 }, order);
    return { ...salon, order, line: await add(), add };
}

describe("pos.order: stored value", () => {
    test("one tap pays all of it: principal is the tender, bonus a discount", async () => {
        const { store, order, line } = await setupValue();
        expect(order.totalDue).toBe(PRICE);
        await store.value.pay(order);
        expect(order.valueCovered).toBe(PRICE);
        expect(line.bonus_amount).toBe(0.57);
        expect(order.valueTender).toBe(2.88);
        expect(order.totalDue).toBe(2.88);
        expect(order.payment_ids.map((payment) => payment.amount)).toEqual([2.88]);
        expect(order.isPaid()).toBe(true);
        expect(order.isFullyPrepaid).toBe(true);
    });

    test("the X takes it off and gives the price back", async () => {
        const { store, order, line } = await setupValue();
        await store.value.pay(order);
        store.value.remove(order);
        expect(order.payment_ids.length).toBe(0);
        expect([line.bonus_amount, line.discount, order.totalDue]).toEqual([0, 0, PRICE]);
        expect(order.movesValue).toBe(false);
    });

    test("a part of it, the rest in cash", async () => {
        const { store, order } = await setupValue();
        await store.value.pay(order, 1.2);
        expect([order.valueTender, order.valueBonus]).toEqual([1, 0.2]);
        expect(order.remainingDue).toBe(2.25);
    });

    test("with another tender on the ticket it pays what is left", async () => {
        const { store, order } = await setupValue();
        const cash = store.models["pos.payment.method"].find((method) => method.is_cash_count);
        order.addPaymentline(cash).data.setAmount(2.25);
        await store.value.pay(order);
        expect(order.valueCovered).toBe(1.2);
        expect(order.isPaid()).toBe(true);
        expect(order.change).toBe(0);
    });

    test("the cashier's discount is kept apart", async () => {
        const { store, order, line } = await setupValue();
        line.setDiscount(10);
        await store.value.pay(order);
        expect(line.manual_discount).toBe(10);
        expect(line.getDiscountStr()).toBe("10");
        expect(order.valueCovered).toBe(line.ownTotal);
        line.setDiscount(50);
        store.membership.reprice(order);
        expect(line.manual_discount).toBe(50);
        expect(order.valueCovered).toBe(line.ownTotal);
        store.value.remove(order);
        expect(line.discount).toBe(50);
    });

    test("a new line or quantity is paid as well", async () => {
        const { store, order, line, add } = await setupValue();
        await store.value.pay(order);
        line.setQuantity(2);
        store.membership.reprice(order);
        expect(order.valueCovered).toBe(6.9);
        await add();
        expect(order.valueCovered).toBe(10.35);
        expect(order.isFullyPrepaid).toBe(true);
        order.removeOrderline(line);
        store.membership.reprice(order);
        expect(order.valueCovered).toBe(3.45);
    });

    test("two parked tickets share the balance", async () => {
        const { store, order, partner, service } = await setupValue(
            makeValueLots({ principal: 4, bonus: 0 })
        );
        await store.value.pay(order);
        const second = newTicket(store, partner);
        await store.addLineToOrder({ product_tmpl_id: service.product_tmpl_id, qty: 1 }, second);
        expect(store.value.getBalance(second)).toEqual({ principal: 0.55, bonus: 0 });
        await store.value.pay(second);
        expect(second.valueTender).toBe(0.55);
        expect(second.remainingDue).toBe(2.9);
    });

    test("a card that changed meanwhile changes what it pays", async () => {
        const { store, order, partner } = await setupValue();
        await store.value.pay(order);
        const lots = makeValueLots({ principal: 1, bonus: 0 });
        store.memberCards.put({ ...makeCard(partner, []), value_lots: lots });
        expect([order.valueTender, order.valueBonus]).toEqual([1, 0]);
        expect(order.remainingDue).toBe(2.45);
    });

    test("another customer does not pay with it", async () => {
        const { store, order } = await setupValue();
        await store.value.pay(order);
        order.setPartner(store.models["res.partner"].get(4) || false);
        expect(order.movesValue).toBe(false);
        expect(order.payment_ids.length).toBe(0);
    });

    test("a parked ticket that came back from the server keeps its value", async () => {
        const { store, order } = await setupValue();
        await store.value.pay(order, 1.2);
        await store.syncAllOrders({ orders: [order] });
        expect(order.isSynced).toBe(true);
        order.uiState.membership.value = null;
        store.membership.reprice(order);
        expect([order.valueTender, order.valueBonus]).toEqual([1, 0.2]);
    });

    test("a ticket keeps its value when the page is opened again", async () => {
        const { store, order } = await setupValue();
        await store.value.pay(order, 1.2);
        const membership = JSON.parse(JSON.stringify(order.uiState.membership));
        order.restoreState({ ...order.uiState, membership });
        expect([order.valueTender, order.valueBonus]).toEqual([1, 0.2]);
        expect(order.valueState.wanted).toBe(1.2);
    });

    test("without a connection nothing is spent, and it is said", async () => {
        const { store, order } = await setupValue();
        store.data.network.offline = true;
        expect(await store.value.pay(order)).toBe(false);
        expect(order.movesValue).toBe(false);
        store.data.network.offline = false;
        await store.value.pay(order);
        expect(store.value.isHeldUp(order)).toBe(false);
        store.data.network.offline = true;
        expect(store.value.isHeldUp(order)).toBe(true);
    });

    test("one prepaid payment: sessions and principal", async () => {
        const { store, order, partner, service } = await setupValue();
        const cards = { ...makeCard(partner, [makeSession(service)]), value_lots: makeValueLots() };
        store.memberCards.put(cards);
        await store.membership.use(order, store.membership.getSession(order, 501));
        await store.value.pay(order);
        expect(order.sessionsDue).toBe(83.33);
        expect(order.valueCovered).toBe(3.45);
        expect(order.payment_ids.map((payment) => payment.amount)).toEqual([86.21]);
        store.value.remove(order);
        expect(order.payment_ids.map((payment) => payment.amount)).toEqual([83.33]);
    });

    test("nothing left: nothing changes", async () => {
        const { store, order } = await setupValue([]);
        expect(await store.value.pay(order)).toBe(false);
        expect(order.payment_ids.length).toBe(0);
        expect(order.totalDue).toBe(PRICE);
    });
});
