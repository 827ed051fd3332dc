// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { onWillStart } from "@odoo/owl";
import { PaymentScreen } from "@point_of_sale/app/screens/payment_screen/payment_screen";
import { patch } from "@web/core/utils/patch";

patch(PaymentScreen.prototype, {
    setup() {
        super.setup(...arguments);
        // The till sets the prepaid tender up by itself: it is no button.
        this.payment_methods_from_config = this.payment_methods_from_config.filter(
            (method) => !method.is_prepaid
        );
        onWillStart(() => this.pos.membership.reprice(this.currentOrder));
    },
    updateSelectedPaymentline() {
        if (!this.selectedPaymentLine?.isPrepaid) {
            return super.updateSelectedPaymentline(...arguments);
        }
    },
    selectPaymentLine(uuid) {
        if (!this.paymentLines.find((line) => line.uuid === uuid)?.isPrepaid) {
            super.selectPaymentLine(...arguments);
        }
    },
    deletePaymentLine(uuid) {
        if (!this.paymentLines.find((line) => line.uuid === uuid)?.isPrepaid) {
            super.deletePaymentLine(...arguments);
        }
    },
});
