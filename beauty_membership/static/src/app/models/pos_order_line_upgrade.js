// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import "./pos_order_line_part_payment";
import { PosOrderline } from "@point_of_sale/app/models/pos_order_line";
import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";

/** What is left of a contract, on the ticket that sells its bigger plan. */
patch(PosOrderline.prototype, {
    get isUpgrade() {
        return Boolean(this.upgrade_contract_id);
    },
    setFullProductName() {
        super.setFullProductName(...arguments);
        if (this.isUpgrade || this.refunded_orderline_id?.isUpgrade) {
            this.full_product_name = _t("Left of %s", this.full_product_name);
        }
    },
    /** The server says what is left: nobody types it. */
    get hasAgreedAmount() {
        return (this.isUpgrade && !this.refunded_orderline_id) || super.hasAgreedAmount;
    },
    get canPartPay() {
        return super.canPartPay && !this.order_id?.upgradeLine;
    },
});
