// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import { onRpc } from "@web/../tests/web_test_helpers";
import { definePosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { getSession, makeCard, makePlan, makeSession, newTicket, setupSalon } from "../utils";

definePosModels();

/** A holding of ten units for a service of one unit and another one of two. */
async function setupAnyOf(remaining = 10) {
    const salon = await setupSalon();
    const { store, partner, service } = salon;
    const dear = store.models["product.template"].get(7).product_variant_ids[0];
    const session = makeSession(service, { remaining });
    session.product_ids.push(dear.id);
    session.units = { [service.id]: 1, [dear.id]: 2 };
    session.prices[dear.id] = {
        value: 166.66,
        price_unit: 166.66,
        tax_ids: [],
        extra_tax_data: false,
        last: { value: 166.69, price_unit: 166.69, extra_tax_data: false },
    };
    store.memberCards.put(makeCard(partner, [session]));
    const order = newTicket(store, partner);
    const useDear = () => {
        const line = store.membership.createRedemption(order, dear, { entitlement_id: 501 });
        store.membership.reprice(order);
        return line;
    };
    return { ...salon, order, dear, useDear };
}

const PASS = {
    entitlement_id: 601,
    name: "Facial",
    plan_name: "Year Pass",
    days_left: 120,
    can_use: true,
};

describe("any of several services", () => {
    test("a dear service takes its units", async () => {
        const { store, order, useDear } = await setupAnyOf();
        const line = useDear();
        expect(line.price_unit).toBe(166.66);
        expect(store.membership.getPendingUnits(501, order).here).toBe(2);
        expect(store.membership.getLeft(order, getSession(store, order))).toBe(8);
        expect(order.getMembershipSummary()).toMatchObject([{ used: 2, remaining: 8 }]);
    });

    test("the use that empties the holding takes the rest", async () => {
        const { store, order, useDear } = await setupAnyOf(3);
        await store.membership.use(order, { ...getSession(store, order), product_ids: [5] });
        const line = useDear();
        expect(order.lines.map(({ price_unit }) => price_unit)).toEqual([83.33, 166.69]);
        expect(store.membership.canUse(order, getSession(store, order))).toBe(false);
        expect(line.order_id.prepaidDue).toBe(250.02);
    });

    test("one unit is enough for the cheap service only", async () => {
        const { store, order, service } = await setupAnyOf(1);
        const session = getSession(store, order);
        expect(store.membership.getUsableProducts(order, session)).toEqual([service.id]);
    });

    test("bought on the same ticket: the product says its units", async () => {
        const { store, order, service, dear } = await setupAnyOf();
        dear.session_units = 2;
        const lines = [{ product_ids: [service, dear], quantity: 10, list_price: 100 }];
        const template = makePlan(store, { lines });
        const planLine = await store.addLineToOrder(
            { product_tmpl_id: template, price_unit: 833.33 },
            order
        );
        const source = { plan_line_uuid: planLine.uuid };
        const line = store.membership.createRedemption(order, dear, source);
        store.membership.reprice(order);
        expect(line.price_unit).toBe(166.66);
    });
});

describe("passes", () => {
    test("a visit is free, as often as the limits allow", async () => {
        const { store, partner, service } = await setupSalon();
        const pass = { ...PASS, product_ids: [service.id], visits_left: 1 };
        store.memberCards.put({ ...makeCard(partner, []), passes: [pass] });
        const order = newTicket(store, partner);
        const line = await store.membership.use(order, getSession(store, order, 601));
        expect(line.price_unit).toBe(0);
        expect(order.payment_ids.length).toBe(0);
        expect(order.isFullyPrepaid).toBe(true);
        expect(order.getMembershipSummary()).toMatchObject([
            { used: 1, unit: "day", remaining: 120 },
        ]);
        expect(store.membership.canUse(order, getSession(store, order, 601))).toBe(false);
    });
});

describe("noted without a card", () => {
    test("a pass goes before sessions", async () => {
        const { store, partner, service } = await setupSalon();
        const pass = { ...PASS, product_ids: [service.id] };
        store.memberCards.put({ ...makeCard(partner, [makeSession(service)]), passes: [pass] });
        const order = newTicket(store, partner);
        const line = await store.membership.names.useUnnamed(order, service);
        expect(store.membership.names.nameFromCard(order)).toBe(undefined);
        expect(line.entitlement_id).toBe(601);
        expect(line.isVisit).toBe(true);
    });

    test("a dear service takes no holding with too few units", async () => {
        const { store, order, dear } = await setupAnyOf(1);
        const line = await store.membership.names.useUnnamed(order, dear);
        expect(store.membership.names.nameFromCard(order)).toBe(line);
    });
});

describe("two members pay", () => {
    test("each from her own card, and each line says whose", async () => {
        const { store, partner, service } = await setupSalon();
        const friend = store.models["res.partner"].find(({ id }) => id !== partner.id);
        const hers = makeSession(service, { entitlement_id: 502, remaining: 1 });
        const card = { ...makeCard(friend, [hers]), name: "Friend" };
        const order = newTicket(store, partner);
        await store.membership.payers.add(order, friend);
        store.memberCards.put(card);
        const own = await store.membership.use(order, getSession(store, order));
        const other = await store.membership.use(order, getSession(store, order, 502), {
            partner: friend,
        });
        expect(own.beneficiary_id || false).toBe(false);
        expect(other.beneficiary_id).toBe(friend.id);
        expect(order.prepaidDue).toBe(166.69);
        expect(store.membership.getOwnerName(own)).toBe("");
        expect(store.membership.getOwnerName(other)).toBe("Friend");
        expect(store.membership.payers.canRemove(order, friend)).toBe(false);
        order.removeOrderline(other);
        expect(store.membership.payers.canRemove(order, friend)).toBe(true);
        store.membership.payers.remove(order, friend);
        expect(order.members).toEqual([partner]);
    });

    test("another till moves what the second one holds: her card is read again", async () => {
        const { store, partner } = await setupSalon();
        const friend = store.models["res.partner"].find(({ id }) => id !== partner.id);
        const order = newTicket(store, partner);
        await store.membership.payers.add(order, friend);
        const read = [];
        onRpc("res.partner", "get_member_card", ({ args, parent }) => {
            read.push(args[0]);
            return parent();
        });
        await store.memberCards.onChanged({ partner_ids: [friend.id, 99], config_id: 1 });
        expect(read).toEqual([friend.id]);
    });

    test("shared sessions name their owner and end with their cap", async () => {
        const shared = { is_shared: true, owner_name: "Owner", shared_left: 1 };
        const { store, partner } = await setupSalon(shared);
        const order = newTicket(store, partner);
        const line = await store.membership.use(order, getSession(store, order));
        expect(store.membership.getOwnerName(line)).toBe("Owner");
        expect(store.membership.getLeft(order, getSession(store, order))).toBe(9);
        expect(store.membership.canUse(order, getSession(store, order))).toBe(false);
    });
});
