// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { deserializeDate, formatDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";
import { OrderReceipt } from "@point_of_sale/app/screens/receipt_screen/receipt/order_receipt";
import { getDetailTexts, getMovedText } from "@beauty_membership/app/utils/summary_words";

patch(OrderReceipt.prototype, {
    get membershipSummary() {
        const { order } = this;
        const isTold = order.membership_summary?.length;
        // what is earned is the server's to say: on paper only as a fact
        return order.getMembershipSummary().filter((row) => isTold || row.kind !== "earn");
    },
    getMoved(item) {
        return getMovedText(item, this.order.currency.id);
    },
    getDetails(item) {
        const formatDay = (date) => this.formatMembershipDate(date);
        return getDetailTexts(item, this.order.currency.id, formatDay);
    },
    getDue(item) {
        return _t("%s still due", this.formatCurrency(item.amount_due));
    },
    formatMembershipDate(date) {
        return formatDate(deserializeDate(date));
    },
});
