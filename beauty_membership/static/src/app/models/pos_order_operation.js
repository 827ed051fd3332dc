// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import "./pos_order";
import "./pos_order_points";
import "./pos_order_value";
import { PosOrder } from "@point_of_sale/app/models/pos_order";
import { patch } from "@web/core/utils/patch";

/** Refunds of contracts on a ticket. */
patch(PosOrder.prototype, {
    get movesHoldings() {
        return super.movesHoldings || this.paysOut;
    },
    get paysOut() {
        return this.lines.some((line) => line.isPayOut);
    },
    get linesOfMember() {
        return this.lines.filter((line) => line.isPayOut || super.linesOfMember.includes(line));
    },
    /** A refund is on the ticket whole, or not at all. */
    removeOrderline(line) {
        const { operation_id: id } = line;
        const others = this.lines.filter((other) => id && other.operation_id === id);
        others.filter((other) => other !== line).forEach((other) => super.removeOrderline(other));
        return super.removeOrderline(line);
    },
});
