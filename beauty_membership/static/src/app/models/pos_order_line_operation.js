// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import "./pos_order_line";
import "./pos_order_line_part_payment";
import { PosOrderline } from "@point_of_sale/app/models/pos_order_line";
import { patch } from "@web/core/utils/patch";

/** A part of a contract's refund: agreed on, priced by the server, nothing to change. */
patch(PosOrderline.prototype, {
    get isPayOut() {
        return Boolean(this.operation_id);
    },
    get isMembershipLine() {
        return this.isPayOut || super.isMembershipLine;
    },
    get needsTechnician() {
        return !this.isPayOut && super.needsTechnician;
    },
    get needsSeller() {
        return !this.isPayOut && super.needsSeller;
    },
    get canPartPay() {
        return !this.isPayOut && super.canPartPay;
    },
    /** The server's name of the part: not that of its product. */
    setFullProductName() {
        return this.isPayOut && this.full_product_name ? undefined : super.setFullProductName();
    },
    get orderDisplayProductName() {
        const names = super.orderDisplayProductName;
        return this.isPayOut ? { ...names, name: this.full_product_name } : names;
    },
    setQuantity(quantity) {
        return this.isPayOut && Number(quantity) ? true : super.setQuantity(...arguments);
    },
    setDiscount() {
        return this.isPayOut ? undefined : super.setDiscount(...arguments);
    },
    setUnitPrice() {
        return this.isPayOut ? undefined : super.setUnitPrice(...arguments);
    },
    // pos_loyalty
    ignoreLoyaltyPoints() {
        return this.isPayOut || super.ignoreLoyaltyPoints(...arguments);
    },
});
