// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Orderline } from "@point_of_sale/app/components/orderline/orderline";
import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";

patch(Orderline.prototype, {
    get lineScreenValues() {
        const values = super.lineScreenValues;
        return this.line.isRedemption ? { ...values, displayPriceUnit: false } : values;
    },
    /** On paper the tags are words. */
    get beautyNotes() {
        const { line } = this;
        return this.props.mode === "receipt"
            ? [line.technicianName, line.beneficiaryName, this.dueNote].filter(Boolean).join(" · ")
            : "";
    },
    get dueNote() {
        const { line } = this;
        const due = line.isPartPaid && this.env.utils.formatCurrency(line.plan_amount_due);
        return due ? _t("%s due later", due) : line.isArrears && _t("Arrears");
    },
});
