// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { reactive } from "@odoo/owl";
import { patch } from "@web/core/utils/patch";
import "./pos_store";
import { PosStore } from "@point_of_sale/app/services/pos_store";
import { GiftCards } from "./gift_cards";
import { PointsSpending } from "./points_spending";
import { ValueSpending } from "./value_spending";

patch(PosStore.prototype, {
    async setup() {
        this.value = reactive(new ValueSpending(this));
        this.giftCards = new GiftCards(this);
        this.points = reactive(new PointsSpending(this));
        await super.setup(...arguments);
    },
    async pay() {
        const order = this.getOrder();
        if (!order?.needsConnection) {
            return super.pay();
        }
        if (this.value.isHeldUp(order)) {
            return;
        }
        const isCovered = !order.hasMembershipLines && order.isFullyPrepaid;
        if (isCovered && (await this.membership.prepare(order)) && order.isFullyPrepaid) {
            return this.membership.capture(order);
        }
        return super.pay();
    },
    async preSyncAllOrders(orders) {
        const others = orders.filter((o) => o.needsConnection && !o.hasMembershipLines);
        others.forEach((order) => this.membership.reprice(order));
        return super.preSyncAllOrders(...arguments);
    },
});
