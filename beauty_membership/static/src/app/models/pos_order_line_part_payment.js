// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { PosOrderline } from "@point_of_sale/app/models/pos_order_line";
import { patch } from "@web/core/utils/patch";

/** A plan paid in part: what is paid now is the line's price, the rest is due later. */
patch(PosOrderline.prototype, {
    /** The line pays what is still due of a contract. */
    get isArrears() {
        return Boolean(this.contract_id);
    },
    get isPartPaid() {
        return this.plan_amount_due > 0;
    },
    /** Its amount was agreed on: it is not typed on the ticket's number pad. */
    get hasAgreedAmount() {
        return (this.isArrears || this.isPartPaid) && !this.refunded_orderline_id;
    },
    get canPartPay() {
        return (
            Boolean(this.soldPlan?.can_part_pay) &&
            !this.isArrears &&
            !this.refunded_orderline_id &&
            this.qty === 1
        );
    },
    /** Price of the plan, taxes included: what is paid now and what is due later. */
    get wholePrice() {
        const due = this.plan_amount_due || 0;
        return this.currency.round(this.ownTotal + due);
    },
    setQuantity(quantity) {
        return this.hasAgreedAmount && Number(quantity) ? true : super.setQuantity(...arguments);
    },
});
