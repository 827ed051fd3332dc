// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { _t } from "@web/core/l10n/translation";
import { useAsyncLockedMethod } from "@point_of_sale/app/hooks/hooks";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";

/** The catalogue: what the member's points buy, and what of it is on the ticket. */
export class RewardsPopup extends Component {
    static template = "beauty_membership.RewardsPopup";
    static components = { Dialog };
    static props = { order: Object, close: Function };

    setup() {
        this.pos = usePos();
        this.take = useAsyncLockedMethod(this.take);
    }

    get order() {
        return this.props.order;
    }

    get left() {
        return this.pos.points.getLeft(this.order);
    }

    get leftText() {
        return _t("%s points left", this.left);
    }

    get rows() {
        const { points } = this.pos;
        const taken = points.getTaken(this.order);
        return points.rewards
            .filter((reward) => points.isOffered(this.order, reward) || taken[reward.id])
            .map((reward) => ({
                reward,
                count: taken[reward.id]?.count || 0,
                canTake: points.canTake(this.order, reward),
                missing: Math.max(0, reward.points - this.left),
                limit: this.getLimit(reward),
                keeps: reward.kind === "product" && reward.can_keep,
            }));
    }

    /** How many she can still have, or false without a limit. */
    getLimit(reward) {
        const left = this.pos.points.getLimitLeft(this.order, reward);
        return Number.isFinite(left) && Math.max(0, left);
    }

    getImage(reward) {
        return reward.has_image
            ? `/web/image/beauty.reward/${reward.id}/image_128`
            : reward.product_id?.getImageUrl?.();
    }

    getText({ name, kind, amount, product_id: product }) {
        const money = () => this.env.utils.formatCurrency(amount);
        const texts = {
            discount: () => _t("%s off the ticket", money()),
            value: () => _t("%s on the card", money()),
            product: () => (product?.display_name === name ? "" : product?.display_name || ""),
        };
        return texts[kind]();
    }

    async take(reward, options) {
        await this.pos.points.take(this.order, reward, options);
    }

    remove(reward) {
        this.pos.points.remove(this.order, reward);
    }
}
