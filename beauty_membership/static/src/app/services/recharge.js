// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { patch } from "@web/core/utils/patch";
import { PosStore } from "@point_of_sale/app/services/pos_store";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { RechargePopup } from "@beauty_membership/app/components/popups/recharge_popup/recharge_popup";

patch(PosStore.prototype, {
    /** A recharge of any amount asks how much before it goes on the ticket. */
    async addLineToOrder(vals, order, opts = {}, configure = true) {
        const plan = this.getOpenPlan(vals.product_tmpl_id);
        if (!plan || "price_unit" in vals || !configure) {
            return super.addLineToOrder(...arguments);
        }
        const amount = await makeAwaitable(this.dialog, RechargePopup, {
            title: plan.name,
            plan,
        });
        if (!amount) {
            return;
        }
        // the amount is what is sold: nobody changed a price
        const priced = { ...vals, price_unit: amount, price_type: "automatic" };
        return super.addLineToOrder(priced, order, opts, configure);
    },
    getOpenPlan(template) {
        const id = template?.id || template;
        return this.models["beauty.plan"].find(
            (plan) => plan.is_open_amount && plan.product_tmpl_id?.id === id
        );
    },
});
