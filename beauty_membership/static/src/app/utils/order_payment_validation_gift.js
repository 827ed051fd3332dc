// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import OrderPaymentValidation from "@point_of_sale/app/utils/order_payment_validation";
import { patch } from "@web/core/utils/patch";

patch(OrderPaymentValidation.prototype, {
    /** The codes of gift cards are on the receipt that is printed next. */
    async afterOrderValidation(isSynced) {
        if (isSynced) {
            await this.pos.membership.gifts.readSold(this.order);
        }
        return super.afterOrderValidation(...arguments);
    },
});
