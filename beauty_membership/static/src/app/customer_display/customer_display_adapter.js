// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";
import { CustomerDisplayPosAdapter } from "@point_of_sale/app/customer_display/customer_display_adapter";
import { getLeftText, getMovedText } from "@beauty_membership/app/utils/summary_words";

patch(CustomerDisplayPosAdapter.prototype, {
    formatOrderData(order) {
        super.formatOrderData(...arguments);
        const { id } = order.currency;
        this.data.membership = order
            .getMembershipSummary()
            .map((item) => this.getUseData(item, id));
    },
    getOrderlineData(line) {
        const data = super.getOrderlineData(...arguments);
        return { ...data, isSession: line.isRedemption, shares: line.shareNotes };
    },
    /** Words only: nothing of the member's record goes to the display. */
    getUseData(item, currencyId) {
        const done = {
            grant: _t("new on your card"),
            restore: _t("%s back on your card", item.used),
        };
        return {
            name: item.name,
            done: done[item.kind] || getMovedText(item, currencyId),
            left: getLeftText(item, currencyId),
        };
    },
});
