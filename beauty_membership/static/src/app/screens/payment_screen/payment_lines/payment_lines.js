// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { PaymentScreenPaymentLines } from "@point_of_sale/app/screens/payment_screen/payment_lines/payment_lines";
import { patch } from "@web/core/utils/patch";
import { PrepaidLines } from "@beauty_membership/app/screens/payment_screen/prepaid_lines/prepaid_lines";

patch(PaymentScreenPaymentLines, {
    components: { ...PaymentScreenPaymentLines.components, PrepaidLines },
});

patch(PaymentScreenPaymentLines.prototype, {
    /** What the member paid before has rows of its own. */
    get tenderLines() {
        return this.props.paymentLines.filter((line) => !line.isPrepaid);
    },
});
