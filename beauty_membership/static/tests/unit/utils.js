// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { MockServer, patchWithCleanup } from "@web/../tests/web_test_helpers";
import { PosPayment } from "@point_of_sale/../tests/unit/data/pos_payment.data";
import { setupPosEnv } from "@point_of_sale/../tests/unit/utils";

const FACIAL = 5; // product.template of the stock test data: 100, tax 15 % on top
const HOLDING = 501;

/** A till with the prepaid tender, and a customer who holds sessions of a service. */
export async function setupSalon(session = {}) {
    // pos_hr's stand-in loads one field of a payment only: here they are all needed.
    patchWithCleanup(PosPayment.prototype, { _load_pos_data_fields: () => [] });
    const store = await setupPosEnv();
    const tender = {
        name: "Member Prepayment",
        type: "prepaid",
        is_prepaid: true,
        split_transactions: true,
    };
    const id = MockServer.env["pos.payment.method"].create(tender);
    const method = store.models["pos.payment.method"].create({ id, ...tender });
    store.config.update({ payment_method_ids: [["link", method]] });
    const service = store.models["product.template"].get(FACIAL).product_variant_ids[0];
    service.product_tmpl_id.type = "service";
    const partner = store.models["res.partner"].get(3);
    store.memberCards.put(makeCard(partner, [makeSession(service, session)]));
    return { store, service, partner };
}

export function makeCard(partner, sessions) {
    return {
        partner_id: partner.id,
        name: partner.name,
        sessions,
        technician_id: 2,
        expiring: [],
        recent: [],
        flags: {},
        value: {},
        is_member: true,
    };
}

/** Ten sessions whose tax was due at the sale: 80 each, without taxes. */
export function makeSession(product, changes = {}) {
    return {
        entitlement_id: HOLDING,
        name: product.name,
        product_ids: [product.id],
        quantity: 10,
        remaining: 10,
        can_use: true,
        is_proposed: true,
        date_expiry: false,
        prices: {
            [product.id]: {
                value: 83.33,
                price_unit: 83.33,
                tax_ids: [],
                extra_tax_data: false,
                last: { value: 83.36, price_unit: 83.36, extra_tax_data: false },
            },
        },
        ...changes,
    };
}

export function newTicket(store, partner) {
    const order = store.addNewOrder();
    order.setPartner(partner);
    return order;
}

export function getSession(store, order, id = HOLDING) {
    return store.membership.getSession(order, id);
}

/** A package of ten facials and two of another service for 800, sold as a product. */
export function makePlan(store, { taxPoint = "sale", lines } = {}) {
    const template = store.models["product.template"].get(6);
    template.update({ taxes_id: [["clear"]] });
    const plan = store.models["beauty.plan"].create({
        id: 31,
        name: "Package",
        product_tmpl_id: template,
        tax_point: taxPoint,
        validity_months: 12,
    });
    lines.forEach((line, index) =>
        store.models["beauty.plan.line"].create({
            id: 310 + index,
            plan_id: plan,
            kind: "session",
            is_bonus: false,
            ...line,
            product_ids: [["link", ...line.product_ids]],
        })
    );
    return template;
}
