// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";
import { CustomerDisplayPosAdapter } from "@point_of_sale/app/customer_display/customer_display_adapter";

patch(CustomerDisplayPosAdapter.prototype, {
    formatOrderData(order) {
        super.formatOrderData(...arguments);
        this.data.membership = order.getMembershipSummary().map((item) => this.getUseData(item));
    },
    getOrderlineData(line) {
        const data = super.getOrderlineData(...arguments);
        return { ...data, isSession: line.isRedemption };
    },
    /** Words only: nothing of the member's record goes to the display. */
    getUseData({ name, kind, used, remaining }) {
        const done = {
            grant: _t("new on your card"),
            restore: _t("%s back on your card", used),
        };
        return {
            name,
            done: done[kind] || _t("%s used", used),
            left: remaining === false ? "" : _t("%s left", remaining),
        };
    },
});
