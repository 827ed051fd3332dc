// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";

/** The tickets that wait for the connection: capture the noted, ask again for the locked. */
export class WaitingPopup extends Component {
    static template = "beauty_membership.WaitingPopup";
    static components = { Dialog };
    static props = { close: Function };

    setup() {
        this.pos = usePos();
        this.state = useState({ isBusy: false });
    }

    get noted() {
        return this.pos.waitingTickets.getNoted();
    }

    get locked() {
        return this.pos.waitingTickets.getLocked();
    }

    getServices(order) {
        return order.redemptionLines.map((line) => line.getFullProductName()).join(", ");
    }

    getTime(order) {
        return order.formatDateOrTime("date_order");
    }

    getNotedTime(order) {
        const notedAt = luxon.DateTime.fromSQL(order.uiState.membership.notedAt, { zone: "utc" });
        return notedAt.toLocal().toLocaleString(luxon.DateTime.DATETIME_SHORT);
    }

    async run(action) {
        this.state.isBusy = true;
        try {
            await action();
        } finally {
            this.state.isBusy = false;
        }
        if (!this.pos.waitingTickets.count) {
            this.props.close();
        }
    }

    capture(order) {
        return this.run(() => this.pos.waitingTickets.capture(order));
    }

    retry() {
        return this.run(() => this.pos.waitingTickets.retryLocked());
    }
}
