// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";
import { TicketScreen } from "@point_of_sale/app/screens/ticket_screen/ticket_screen";
import { reverseExtraTaxData } from "@beauty_membership/app/utils/reverse_extra_tax_data";

patch(TicketScreen.prototype, {
    async addAdditionalRefundInfo(order, destinationOrder) {
        await super.addAdditionalRefundInfo(...arguments);
        if (!this.pos.data.network.offline) {
            await this.pos.value.refund.load(destinationOrder);
        }
    },
    /** A refunded session goes back as it was taken: holding, value, staff, tender. */
    postRefund(order) {
        super.postRefund(...arguments);
        this.pos.membership.upgrades.addReturned(order);
        for (const line of order.lines.filter((l) => l.refunded_orderline_id)) {
            const original = line.refunded_orderline_id;
            line.update({
                technician_id: original.technician_id || false,
                seller_id: original.seller_id || false,
                beneficiary_id: original.beneficiary_id || false,
                ...(original.isRedemption ? this.getRedemptionToRefund(line, original) : {}),
            });
        }
        order.updatePrepaidPayment();
    },
    getRedemptionToRefund(line, original) {
        return {
            entitlement_id: original.entitlement_id || false,
            extra_tax_data:
                line.qty === -original.qty ? reverseExtraTaxData(original.extra_tax_data) : false,
        };
    },
    getStatus(order) {
        if (order.isLocked()) {
            return _t("Locked");
        }
        return order.isNoted() ? _t("Noted") : super.getStatus(...arguments);
    },
    shouldHideDeleteButton(order) {
        return order.isWaiting() || super.shouldHideDeleteButton(...arguments);
    },
});
