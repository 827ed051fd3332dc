// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { reactive } from "@odoo/owl";
import { patch } from "@web/core/utils/patch";
import "./pos_store_value";
import { PosStore } from "@point_of_sale/app/services/pos_store";
import { Authority } from "./authority";
import { Confirmation } from "./confirmation";

patch(PosStore.prototype, {
    async setup(env, { bus_service }) {
        this.authority = reactive(new Authority(this));
        this.confirmation = new Confirmation(this);
        bus_service.subscribe("BEAUTY_APPROVAL_ANSWERED", (answer) =>
            this.authority.onAnswer(answer)
        );
        await super.setup(...arguments);
    },
    /** Before money is taken, not after the card was charged. */
    async pay() {
        const order = this.getOrder();
        if (!order || order.isNoted() || (await this.authority.ensure(order))) {
            return super.pay();
        }
    },
});
