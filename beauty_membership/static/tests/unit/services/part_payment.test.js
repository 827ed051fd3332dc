// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import { definePosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { makeCard, makePlan, newTicket, setupSalon } from "../utils";

definePosModels();

async function sellPackage({ percent = 0 } = {}) {
    const salon = await setupSalon();
    const { store, partner, service } = salon;
    const lines = [{ product_ids: [service], quantity: 10, list_price: 100 }];
    const template = makePlan(store, { lines });
    Object.assign(store.models["beauty.plan"].get(31), {
        can_part_pay: true,
        part_payment_percent: percent,
    });
    const order = newTicket(store, partner);
    const line = await store.addLineToOrder({ product_tmpl_id: template, price_unit: 960 }, order);
    return { ...salon, order, line, template, parts: store.membership.parts };
}

describe("a plan paid in part", () => {
    test("what is paid now is the price, the rest is due later", async () => {
        const { order, line, parts } = await sellPackage();
        parts.apply(line, 300);
        expect(line.exactTotals.included).toBe(300);
        expect(line.plan_amount_due).toBe(660);
        expect(order.totalDue).toBe(300);
        parts.apply(line, 500);
        expect(line.plan_amount_due).toBe(460);
        parts.payAll(line);
        expect(line.price_unit).toBe(960);
        expect(line.isPartPaid).toBe(false);
    });

    test("the policy asks for a least part, rounded up", async () => {
        const { line, parts } = await sellPackage({ percent: 33.333 });
        expect(parts.getMinimum(line)).toBe(320);
        line.soldPlan.part_payment_percent = 0;
        expect(parts.getMinimum(line)).toBe(0.01);
    });

    test("what is paid frees sessions, at the value of the whole package", async () => {
        const { store, order, line, parts } = await sellPackage();
        parts.apply(line, 200);
        const first = await store.membership.usePlanLine(line);
        expect(first.price_unit).toBe(96);
        await store.membership.usePlanLine(line);
        expect(store.membership.hasPlanUse(line)).toBe(false);
        expect(order.prepaidDue).toBe(192);
    });

    test("its amount is not typed on the ticket", async () => {
        const { line, parts } = await sellPackage();
        parts.apply(line, 300);
        line.setQuantity(5);
        expect(line.qty).toBe(1);
        expect(line.hasAgreedAmount).toBe(true);
    });
});

describe("what is due is collected", () => {
    test("once on a ticket, all of it or less", async () => {
        const { store, partner, template, parts } = await sellPackage();
        const due = {
            contract_id: 77,
            plan_name: "Package",
            product_id: template.product_variant_ids[0].id,
            amount_due: 660,
        };
        store.memberCards.put({ ...makeCard(partner, []), contracts_due: [due] });
        const order = newTicket(store, partner);
        const line = await parts.collect(order, due);
        expect(line.isArrears).toBe(true);
        expect(line.contract_id).toBe(77);
        expect(order.totalDue).toBe(660);
        parts.setCollected(line, 100);
        expect(order.totalDue).toBe(100);
        expect(parts.getCollected(order, 77)).toBe(line);
        expect(line.canPartPay).toBe(false);
    });
});
