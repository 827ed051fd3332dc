// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Orderline } from "@point_of_sale/app/components/orderline/orderline";
import { getTotalAt } from "@beauty_membership/app/utils/line_totals";
import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";

patch(Orderline.prototype, {
    get lineScreenValues() {
        const values = super.lineScreenValues;
        const { line } = this;
        if (values.displayPriceUnit && (line.isRedemption || line.hasShares)) {
            return { ...values, displayPriceUnit: !line.isRedemption && this.fullUnitPrice };
        }
        return values;
    },
    /** Before bonus and points, which have words of their own. */
    get fullUnitPrice() {
        const { line } = this;
        const price = this.env.utils.formatCurrency(getTotalAt(line, 0, { quantity: 1 }));
        return line.qty !== 1 && `${price} / ${line.product_id.uom_id?.name || ""}`;
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
