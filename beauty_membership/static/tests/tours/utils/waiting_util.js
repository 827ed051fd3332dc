// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
/* global posmodel */
import { uuidv4 } from "@point_of_sale/utils";
import { run } from "@point_of_sale/../tests/generic_helpers/utils";

export function slipIsOffered() {
    return { content: "a slip to sign is offered", trigger: ".modal .noted-print" };
}

export function closeSlip() {
    return { content: "done", trigger: ".modal .noted-done", run: "click" };
}

export function countIs(count) {
    return {
        content: `${count} tickets wait`,
        trigger: `.pos-topheader .waiting-tickets .badge:contains("${count}")`,
    };
}

export function open() {
    return {
        content: "see what waits",
        trigger: ".pos-topheader .waiting-tickets",
        run: "click",
    };
}

export function captureNow(name) {
    return {
        content: `capture the noted use of ${name}`,
        trigger: `.modal .waiting-noted:contains("${name}") .waiting-capture`,
        run: "click",
    };
}

export function nothingWaits() {
    return {
        content: "no ticket waits",
        trigger: ".pos-topheader:not(:has(.waiting-tickets))",
    };
}

/** Capture the uses of a ticket from another till, as a ticket of its own. */
function captureElsewhere(getOrder) {
    return run(async () => {
        const order = getOrder();
        order.setOrderPrices();
        const ticket = order.serializeForORM({ keepCommands: true });
        Object.assign(ticket, { uuid: uuidv4(), state: "paid", pos_reference: "other-till-1" });
        [...ticket.lines, ...ticket.payment_ids].forEach(([, , values]) => {
            values.uuid = uuidv4();
        });
        await posmodel.data.orm.call("pos.order", "sync_from_ui", [[ticket]]);
    }, "another till takes the last session");
}

export function lastSessionGoesElsewhere() {
    return captureElsewhere(() => posmodel.waitingTickets.getNoted()[0]);
}

export function otherTillIsFaster() {
    return captureElsewhere(() => posmodel.getOrder());
}
