// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import "./order_payment_validation";
import OrderPaymentValidation from "@point_of_sale/app/utils/order_payment_validation";
import { ConnectionLostError, RPCError } from "@web/core/network/rpc";
import { patch } from "@web/core/utils/patch";

patch(OrderPaymentValidation.prototype, {
    async askBeforeValidation() {
        const { authority, confirmation } = this.pos;
        if (!(await authority.ensure(this.order))) {
            return false;
        }
        if ((await super.askBeforeValidation(...arguments)) === false) {
            return false;
        }
        return confirmation.ensure(this.order);
    },
    handleValidationError(error) {
        if (error instanceof RPCError) {
            this.pos.authority.onRefusal(this.order, error);
            this.pos.confirmation.onRefusal(this.order, error);
        } else if (error instanceof ConnectionLostError) {
            this.order.uiState.membership.isSold = true;
        }
        return super.handleValidationError(...arguments);
    },
    async afterOrderValidation() {
        this.pos.confirmation.forget(this.order);
        return super.afterOrderValidation(...arguments);
    },
});
