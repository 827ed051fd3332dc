// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import "./pos_order_value";
import { PosOrder } from "@point_of_sale/app/models/pos_order";
import { patch } from "@web/core/utils/patch";

/**
 * Rewards on a ticket. `uiState.membership.discounts` remembers how many of each
 * money-off reward were chosen: {reward id: count}.
 */
patch(PosOrder.prototype, {
    restoreState(uiState) {
        const { discounts } = uiState?.membership || {};
        super.restoreState(...arguments);
        Object.assign(this.uiState.membership, { discounts: discounts || null });
    },
    get discountCounts() {
        return this.uiState.membership?.discounts || {};
    },
    setDiscountCounts(counts) {
        this.uiState.membership.discounts = counts;
    },
    /** Lines that a reward gives: points pay the whole of them. */
    get giftLines() {
        return this.lines.filter((line) => line.isGift && line.qty > 0);
    },
    get rewardRequests() {
        return this.reward_requests || [];
    },
    getRequestCount(rewardId) {
        return this.rewardRequests.find((r) => r.reward_id === rewardId)?.quantity || 0;
    },
    get spendsPoints() {
        return this.rewardRequests.length > 0 || this.lines.some((l) => l.beauty_reward_id);
    },
    get movesHoldings() {
        return super.movesHoldings || this.spendsPoints;
    },
    get needsConnection() {
        return super.needsConnection || this.spendsPoints;
    },
    /** A ticket may consist of what points put on the card alone. */
    isEmpty() {
        return super.isEmpty() && !this.rewardRequests.length;
    },
    canPay() {
        return super.canPay() || this.rewardRequests.length;
    },
    _isValidEmptyOrder() {
        return super._isValidEmptyOrder() || this.rewardRequests.length > 0;
    },
    setPartner(partner) {
        if (partner?.id !== this.partner_id?.id && this.spendsPoints) {
            this.dropPoints();
        }
        return super.setPartner(...arguments);
    },
    dropPoints() {
        this.giftLines.forEach((line) => this.removeOrderline(line));
        this.setDiscountCounts({});
        this.reward_requests = false;
        for (const line of this.lines.filter((l) => l.beauty_reward_id)) {
            line.beauty_reward_id = false;
            line.setShares({ bonus: line.bonus_amount || 0 });
        }
    },
});
