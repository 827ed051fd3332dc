// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import { definePosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { makeCard, newTicket, setupSalon } from "../utils";
import { makeValueLots } from "../value_utils";

definePosModels();

const ONE_OFF = 71;
const GIFT = 72;
const VALUE = 73;
const PRICE = 3.45;

/** A member with points, and a ticket of one service. */
async function setupPoints(spendable = 1000, card = {}) {
    const salon = await setupSalon();
    const { store, partner, service } = salon;
    const rate = { per_amount: 1, multiplier: 2, tier: 200, birthday: 100, is_gross: true };
    const info = { points_info: { spendable, rate: { ...rate, value_time: "spent" } } };
    store.memberCards.put({ ...makeCard(partner, []), ...info, ...card });
    const order = newTicket(store, partner);
    const values = { product_tmpl_id: service.product_tmpl_id, qty: 1 };
    const line = await store.addLineToOrder(values, order);
    const take = (id, options) =>
        store.points.take(order, store.models["beauty.reward"].get(id), options);
    return { ...salon, order, line, take };
}

describe("pos.order: points", () => {
    test("money off is discount of the lines, in whole rewards", async () => {
        const { store, order, line, take } = await setupPoints();
        await take(ONE_OFF);
        await take(ONE_OFF);
        expect([line.points_amount, line.beauty_reward_id]).toEqual([2, ONE_OFF]);
        expect(order.totalDue).toBe(1.45);
        expect(store.points.getSpent(order)).toBe(200);
        expect(store.points.getLeft(order)).toBe(800);
    });

    test("no more money off than the ticket has", async () => {
        const { store, order, line, take } = await setupPoints();
        for (let count = 0; count < 4; count++) {
            await take(ONE_OFF);
        }
        expect(line.points_amount).toBe(3);
        expect(store.points.getSpent(order)).toBe(300);
        line.setDiscount(60);
        store.membership.reprice(order);
        expect(line.ownTotal).toBe(1.38);
        expect(line.points_amount).toBe(1);
        expect(line.manual_discount).toBe(60);
    });

    test("taking it off gives the price back", async () => {
        const { store, order, line, take } = await setupPoints();
        await take(ONE_OFF);
        store.points.remove(order, store.models["beauty.reward"].get(ONE_OFF));
        expect([line.points_amount, line.discount, line.beauty_reward_id]).toEqual([0, 0, false]);
        expect(order.totalDue).toBe(PRICE);
        expect(order.spendsPoints).toBe(false);
    });

    test("a gift is a line of its own that costs nothing", async () => {
        const { store, order, take } = await setupPoints();
        await take(GIFT);
        const [, gift] = order.lines;
        expect(gift.discount).toBe(100);
        expect(gift.points_amount).toBe(gift.ownTotal);
        expect(order.totalDue).toBe(PRICE);
        expect(store.points.getLeft(order)).toBe(700);
        await take(ONE_OFF);
        expect(gift.points_amount).toBe(gift.ownTotal);
        expect(order.totalDue).toBe(PRICE - 1);
    });

    test("what is kept for later is asked for with the ticket", async () => {
        const { store, order, take } = await setupPoints();
        await take(VALUE);
        await take(GIFT, { keep: true });
        await take(VALUE);
        expect(order.reward_requests).toEqual([
            { reward_id: GIFT, quantity: 1 },
            { reward_id: VALUE, quantity: 2 },
        ]);
        expect(store.points.getSpent(order)).toBe(700);
        store.points.remove(order, store.models["beauty.reward"].get(VALUE));
        expect(order.getRequestCount(VALUE)).toBe(1);
    });

    test("what she cannot afford is not taken, also beside a parked ticket", async () => {
        const { store, order, partner, take } = await setupPoints(350);
        await take(GIFT);
        expect(await take(ONE_OFF)).toBe(false);
        const second = newTicket(store, partner);
        expect(store.points.getLeft(second)).toBe(50);
        expect(order.lines.length).toBe(2);
    });

    test("points and stored value share a line", async () => {
        const lots = makeValueLots();
        const { store, order, line, take } = await setupPoints(1000, { value_lots: lots });
        await take(ONE_OFF);
        await store.value.pay(order);
        expect(order.valueCovered).toBe(2.45);
        expect(line.points_amount).toBe(1);
        expect(order.isFullyPrepaid).toBe(true);
        store.value.remove(order);
        expect(order.totalDue).toBe(2.45);
    });

    test("a ticket keeps its rewards when the page is opened again", async () => {
        const { store, order, line, take } = await setupPoints();
        await take(ONE_OFF);
        const membership = JSON.parse(JSON.stringify(order.uiState.membership));
        order.restoreState({ ...order.uiState, membership });
        store.membership.reprice(order);
        expect(line.points_amount).toBe(1);
        order.uiState.membership.discounts = null;
        store.membership.reprice(order);
        expect(line.points_amount).toBe(1);
    });

    test("the preview of what is earned", async () => {
        const { store, order, take } = await setupPoints();
        expect(store.points.getEarned(order)).toBe(6);
        await take(ONE_OFF);
        expect(store.points.getEarned(order)).toBe(4);
    });

    test("another customer does not spend them", async () => {
        const { store, order, take } = await setupPoints();
        await take(ONE_OFF);
        await take(GIFT);
        await take(VALUE);
        order.setPartner(store.models["res.partner"].get(4) || false);
        expect(order.spendsPoints).toBe(false);
        expect(order.lines.length).toBe(1);
        expect(order.totalDue).toBe(PRICE);
    });
});
