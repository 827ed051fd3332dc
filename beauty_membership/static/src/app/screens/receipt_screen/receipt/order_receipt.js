// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { deserializeDate, formatDate } from "@web/core/l10n/dates";
import { patch } from "@web/core/utils/patch";
import { OrderReceipt } from "@point_of_sale/app/screens/receipt_screen/receipt/order_receipt";
import { getLeftText, getMovedText } from "@beauty_membership/app/utils/summary_words";

patch(OrderReceipt.prototype, {
    get membershipSummary() {
        return this.order.getMembershipSummary();
    },
    getMoved(item) {
        return getMovedText(item, this.order.currency.id);
    },
    getLeft(item) {
        return getLeftText(item, this.order.currency.id);
    },
    formatMembershipDate(date) {
        return formatDate(deserializeDate(date));
    },
});
