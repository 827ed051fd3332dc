// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import "./pos_order_line";
import { PosOrderline } from "@point_of_sale/app/models/pos_order_line";
import { getDiscountFor, getTotalAt } from "@beauty_membership/app/utils/line_totals";
import { getAmountPutIn, getRechargeText, isRecharge } from "@beauty_membership/app/utils/recharge";
import { formatCurrency } from "@web/core/currency";
import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";

/**
 * What recharge bonus and points pay of a line is discount of it, compounded with
 * the cashier's own one, which is kept apart in `manual_discount`.
 */
patch(PosOrderline.prototype, {
    get hasShares() {
        return Boolean(this.bonus_amount || this.points_amount);
    },
    /** Percent, without what bonus and points pay. */
    get ownDiscount() {
        return (this.hasShares ? this.manual_discount : this.discount) || 0;
    },
    /** What principal of stored value pays of it. */
    get valueTender() {
        return this.order_id.valueState?.tenders?.[this.uuid] || 0;
    },
    /** What the line costs before bonus and points, taxes included. */
    get ownTotal() {
        return getTotalAt(this, this.ownDiscount);
    },
    /** Given for points as a whole. */
    get isGift() {
        const reward = this.models["beauty.reward"]?.get(this.beauty_reward_id);
        return reward?.kind === "product" && !this.refunded_orderline_id;
    },
    /** Points pay goods and services. */
    get canTakePoints() {
        return this.canBePaidByValue && !this.soldPlan && !this.isGift;
    },
    get earnsPoints() {
        return !this.refunded_orderline_id && !this.isRedemption && !this.isTipLine();
    },
    canBeMergedWith(orderline) {
        const isReward = this.beauty_reward_id || orderline.beauty_reward_id;
        return !isReward && super.canBeMergedWith(...arguments);
    },
    /** A gift card or top-up of Odoo's own loyalty. */
    get sellsLoyaltyCard() {
        const rules = this.models["loyalty.rule"]?.getAll() || [];
        return rules.some(
            (rule) =>
                ["gift_card", "ewallet"].includes(rule.program_id?.program_type) &&
                !rule.any_product &&
                rule.validProductIds?.has(this.product_id?.id)
        );
    },
    /** Goods, services and plans of sessions; no use, tip, recharge or points. */
    get canBePaidByValue() {
        const grants = this.soldPlan?.line_ids.map((line) => line.kind) || [];
        return (
            this.qty > 0 &&
            !this.isRedemption &&
            !this.isTipLine() &&
            !this.sellsLoyaltyCard &&
            !grants.some((kind) => ["value", "points"].includes(kind))
        );
    },
    /** What it costs once points are off: taxes on top may miss a cent. */
    get totalAfterPoints() {
        const { points_amount: points } = this;
        return points
            ? getTotalAt(this, getDiscountFor(this, this.ownTotal - points))
            : this.ownTotal;
    },
    /**
     * Let bonus and points pay a part of the line, or nothing any more.
     * A cent that taxes on top cannot reach moves to the bonus.
     */
    setShares({ bonus = 0, points = 0 } = {}) {
        const own = this.ownDiscount;
        if (!bonus && !points) {
            return this.clearShares();
        }
        const full = this.ownTotal;
        const discount = getDiscountFor(this, full - bonus - points);
        const rest = this.currency.round(full - points - getTotalAt(this, discount));
        const values = {
            discount,
            manual_discount: own,
            bonus_amount: bonus ? rest : 0,
            points_amount: points,
        };
        const names = Object.keys(values).filter((name) => (this[name] || 0) !== values[name]);
        if (names.length) {
            this.update(Object.fromEntries(names.map((name) => [name, values[name]])));
        }
    },
    clearShares() {
        if (this.hasShares) {
            const discount = this.ownDiscount;
            this.update({ discount, manual_discount: 0, bonus_amount: 0, points_amount: 0 });
        }
    },
    /** A new discount is the cashier's own: the shares are worked out again after it. */
    setDiscount() {
        if (!this.refunded_orderline_id) {
            this.clearShares();
        }
        return super.setDiscount(...arguments);
    },
    /** To the cent that was worked out, also where prices include their taxes. */
    get priceIncl() {
        return this.hasShares ? this._getExact("included") : super.priceIncl;
    },
    get priceExcl() {
        return this.hasShares ? this._getExact("excluded") : super.priceExcl;
    },
    _getExact(name) {
        return this.currency.round(this.exactTotals[name] * this.order_id.orderSign);
    },
    getDiscountStr() {
        return this.hasShares ? String(this.ownDiscount || "") : super.getDiscountStr();
    },
    get currencyDisplayPrice() {
        return this.bonus_amount && this.discount === 100
            ? formatCurrency(this.displayPrice, this.currency.id)
            : super.currencyDisplayPrice;
    },
    get rechargeText() {
        return getRechargeText(this.soldPlan, getAmountPutIn(this), this.currency.id);
    },
    /** What a recharge puts on the card, unless that is its price and no more. */
    get rechargeNote() {
        const isSold = isRecharge(this.soldPlan) && this.qty > 0;
        const price = formatCurrency(this.ownTotal, this.currency.id);
        return isSold && this.rechargeText !== price && this.rechargeText;
    },
    /** Words for the line: what bonus and points pay of it. */
    get shareNotes() {
        const money = (amount) => formatCurrency(-amount, this.currency.id);
        return [
            this.bonus_amount && _t("Bonus %s", money(this.bonus_amount)),
            this.points_amount && _t("Points %s", money(this.points_amount)),
            this.rechargeNote,
        ].filter(Boolean);
    },
    prepareBaseLineForTaxesComputationExtraValues() {
        const values = super.prepareBaseLineForTaxesComputationExtraValues(...arguments);
        const key = this.hasShares && { computation_key: `beauty_${this.uuid}` };
        return { ...values, ...key };
    },
});
