// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import "./pos_order";
import { PosOrder } from "@point_of_sale/app/models/pos_order";
import { patch } from "@web/core/utils/patch";

/** An upgrade is two lines that stay together: a plan, and what is left of another. */
patch(PosOrder.prototype, {
    get upgradeLine() {
        return this.lines.find((line) => line.isUpgrade && !line.refunded_orderline_id);
    },
    get linesOfMember() {
        return [...super.linesOfMember, ...this.lines.filter((line) => line.isUpgrade)];
    },
    removeOrderline(line) {
        const { upgradeLine } = this;
        const isPlan = line.soldPlan && line.qty > 0;
        if (upgradeLine && isPlan && !this.finalized) {
            super.removeOrderline(upgradeLine);
        }
        return super.removeOrderline(...arguments);
    },
});
