// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import "./pos_order";
import { PosOrder } from "@point_of_sale/app/models/pos_order";
import { patch } from "@web/core/utils/patch";
import { ticketSecrets } from "@beauty_membership/app/utils/ticket_secrets";

patch(PosOrder.prototype, {
    restoreState(uiState) {
        // approval: what a manager allowed; asks: what the server asked for;
        // signature: drawn by the member, kept until the ticket is stored;
        // isSold: money was taken, and the server did not answer.
        const state = uiState?.membership || {};
        const { approval = null, asks = null, signature = null, isSold = false } = state;
        super.restoreState(...arguments);
        Object.assign(this.uiState.membership, { approval, asks, signature, isSold });
    },
    /** The approval of a manager, and how the member confirmed: only with the paid ticket. */
    serializeForORM() {
        const data = super.serializeForORM(...arguments);
        if (this.state === "paid" && !this.isRefund) {
            Object.assign(data, this.getProofs());
        }
        return data;
    },
    getProofs() {
        const { approval, signature, notedAt, isSold } = this.uiState.membership || {};
        const secret = ticketSecrets.get(this.uuid);
        const slip = notedAt && { method: "slip" };
        const confirmation =
            secret || (signature && { method: "signature", value: signature }) || slip;
        return {
            ...(approval || isSold
                ? { membership_approval: { ...approval, ...(isSold && { offline: true }) } }
                : {}),
            ...(confirmation ? { membership_confirmation: confirmation } : {}),
        };
    },
});
