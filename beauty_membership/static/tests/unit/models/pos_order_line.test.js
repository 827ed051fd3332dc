// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import { definePosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { getSession, makePlan, newTicket, setupSalon } from "../utils";

definePosModels();

async function useOne() {
    const salon = await setupSalon();
    const order = newTicket(salon.store, salon.partner);
    const line = await salon.store.membership.use(order, getSession(salon.store, order));
    return { ...salon, order, line };
}

describe("pos.order.line: prepaid sessions", () => {
    test("a session keeps its price, quantity and discount", async () => {
        const { line } = await useOne();
        expect(line.isRedemption).toBe(true);
        expect(line.setQuantity(2)).toInclude("title");
        line.setDiscount(50);
        expect(line.qty).toBe(1);
        expect(line.discount || 0).toBe(0);
        expect(line.price_unit).toBe(83.33);
        expect(line.isGlobalDiscountApplicable()).toBe(false);
    });

    test("sessions never merge", async () => {
        const { store, order, line } = await useOne();
        const second = await store.membership.use(order, getSession(store, order));
        expect(order.lines.length).toBe(2);
        expect(line.canBeMergedWith(second)).toBe(false);
    });

    test("tax at the sale: the member sees a session, not the net price", async () => {
        const { store, line } = await useOne();
        expect(line.currencyDisplayPrice).toBe("1 session");
        line.update({ tax_ids: [["link", store.models["account.tax"].get(1)]] });
        expect(line.showsSessions).toBe(false);
    });

    test("the usual technician performs it, names come with the ids", async () => {
        const { line } = await useOne();
        expect(line.technician_id).toBe(2);
        expect(line.technicianName).toBe("Mei");
        expect(line.needsTechnician).toBe(true);
        expect(line.needsSeller).toBe(false);
    });

    test("a package is sold, not performed", async () => {
        const { store, partner, service } = await setupSalon();
        const lines = [{ product_ids: [service], quantity: 10, list_price: 100 }];
        const template = makePlan(store, { lines });
        const order = newTicket(store, partner);
        const line = await store.addLineToOrder({ product_tmpl_id: template }, order);
        expect(line.soldPlan.name).toBe("Package");
        expect(line.needsSeller).toBe(true);
        expect(line.needsTechnician).toBe(false);
        expect(line.seller_id || false).toBe(store.staff.getDefaultSeller());
    });

    test("what the till sends names holding and staff by id", async () => {
        const { line } = await useOne();
        const data = line.serializeForORM();
        expect(data).toMatchObject({ entitlement_id: 501, technician_id: 2, qty: 1, tax_ids: [] });
    });
});
