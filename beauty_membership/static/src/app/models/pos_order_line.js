// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
// Patched after pos_loyalty, whose answers it narrows.
import "@pos_loyalty/app/models/pos_order_line";
import { PosOrderline } from "@point_of_sale/app/models/pos_order_line";
import { PosOrderlineAccounting } from "@point_of_sale/app/models/accounting/pos_order_line_accounting";
import { getExactTotals } from "@beauty_membership/app/utils/line_totals";
import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";

// The exact total of a redemption hangs on it: a change recomputes the order.
PosOrderlineAccounting.accountingFields.add("extra_tax_data");

/** `entitlement_id` of a use noted offline whose holding is named on reconnecting. */
export const UNNAMED_HOLDING = -1;

patch(PosOrderline.prototype, {
    get isRedemption() {
        return Boolean(this.entitlement_id || this.plan_line_uuid);
    },
    /** The plan this line sells, if any. */
    get soldPlan() {
        const template = this.product_id?.product_tmpl_id;
        return (
            template &&
            this.models["beauty.plan"]?.find((plan) => plan.product_tmpl_id?.id === template.id)
        );
    },
    get isMembershipLine() {
        return this.isRedemption || Boolean(this.soldPlan);
    },
    /** Somebody performs it, now: a treatment or a prepaid session. */
    get needsTechnician() {
        return (
            (this.isRedemption && !this.product_id?.isGoods) ||
            (Boolean(this.product_id?.product_tmpl_id?.is_treatment) && !this.soldPlan)
        );
    },
    get needsSeller() {
        const special = this.isTipLine() || this.is_reward_line || this.isDiscountLine;
        return !this.isRedemption && !special && this.qty > 0;
    },
    /** Rounded alone, as on the server: its total hangs on no other line. */
    prepareBaseLineForTaxesComputationExtraValues() {
        const values = super.prepareBaseLineForTaxesComputationExtraValues(...arguments);
        const key = this.isMembershipLine && { computation_key: `beauty_${this.uuid}` };
        return { ...values, ...key };
    },
    /** What closing will post: money without and with taxes, negative for a refund. */
    get exactTotals() {
        return getExactTotals(this.prices, this.config.currency_id);
    },
    /** Tax was due at the sale: the member sees "1 session", never the net price. */
    get showsSessions() {
        return this.isRedemption && (this.isVisit || !this.tax_ids.length);
    },
    /** A visit on a pass: it has no price. */
    get isVisit() {
        return Boolean(this.uiState?.isVisit);
    },
    get sessionLabel() {
        const count = Math.abs(this.qty);
        if (this.isVisit) {
            return count === 1 ? _t("1 visit") : _t("%s visits", count);
        }
        if (this.product_id.isGoods) {
            return count === 1 ? _t("1 piece") : _t("%s pieces", count);
        }
        return count === 1 ? _t("1 session") : _t("%s sessions", count);
    },
    get technicianName() {
        return this._staffName(this.technician_id);
    },
    get sellerName() {
        return this._staffName(this.seller_id);
    },
    get beneficiaryName() {
        return (
            (this.beneficiary_id && this.models["res.partner"].get(this.beneficiary_id)?.name) || ""
        );
    },
    get currencyDisplayPrice() {
        return this.showsSessions ? this.sessionLabel : super.currencyDisplayPrice;
    },
    canBeMergedWith(orderline) {
        if (this.isMembershipLine || orderline.isMembershipLine) {
            return false;
        }
        const sameStaff =
            (this.technician_id || 0) === (orderline.technician_id || 0) &&
            (this.seller_id || 0) === (orderline.seller_id || 0);
        return super.canBeMergedWith(...arguments) && sameStaff;
    },
    setQuantity(quantity) {
        if (this.isRedemption && !this.refunded_orderline_id && Number(quantity) !== this.qty) {
            return {
                title: _t("Prepaid session"),
                body: _t("Use the member card to take another session, or remove this line."),
            };
        }
        return super.setQuantity(...arguments);
    },
    setDiscount() {
        return this.isRedemption ? undefined : super.setDiscount(...arguments);
    },
    // pos_discount
    isGlobalDiscountApplicable() {
        return !this.isMembershipLine && (super.isGlobalDiscountApplicable?.(...arguments) ?? true);
    },
    // pos_loyalty
    ignoreLoyaltyPoints() {
        return this.isRedemption || super.ignoreLoyaltyPoints(...arguments);
    },
    _staffName(id) {
        const employee = id && this.models["hr.employee.public"]?.get(id);
        return employee?.name || (id && this.models["hr.employee"]?.get(id)?.name) || "";
    },
});
