// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { toCents } from "@beauty_membership/app/utils/membership_rules";
import {
    getEarned,
    getRewardCount,
    toHundredths,
    weigh,
} from "@beauty_membership/app/utils/points_rules";
import { isRecharge } from "@beauty_membership/app/utils/recharge";

/** What a member has in points, what her tickets spend, and what they will earn. */
export class PointsBalance {
    constructor(pos) {
        this.pos = pos;
        this.limits = {};
    }

    get digits() {
        return this.pos.currency.decimal_places;
    }

    get rewards() {
        return this.pos.models["beauty.reward"]?.getAll() || [];
    }

    getCard(order) {
        return this.pos.memberCards.get(order?.partner_id);
    }

    getSpendable(order) {
        const card = this.getCard(order);
        return card?.points_info?.spendable ?? card?.points ?? 0;
    }

    /** Points that a ticket spends: {reward id: {count, points}}. */
    getTaken(order) {
        const taken = {};
        for (const reward of this.rewards) {
            const count = this.getLineCount(order, reward) + order.getRequestCount(reward.id);
            if (count) {
                taken[reward.id] = { count, points: count * reward.points };
            }
        }
        return taken;
    }

    getLineCount(order, reward) {
        const lines = order.lines.filter(
            (line) => line.beauty_reward_id === reward.id && line.qty > 0
        );
        const sum = (get) => lines.reduce((total, line) => total + get(line), 0);
        if (reward.kind === "product") {
            return sum((line) => line.qty);
        }
        const cents = sum((line) => toCents(line.points_amount || 0, this.digits));
        return getRewardCount(cents, toCents(reward.amount, this.digits)) || 0;
    }

    getSpent(order) {
        return Object.values(this.getTaken(order)).reduce((sum, { points }) => sum + points, 0);
    }

    /** What is left after this ticket, and beside others of the same member. */
    getLeft(order) {
        const others = this.pos.models["pos.order"].filter(
            (other) =>
                other.partner_id?.id === order.partner_id?.id &&
                (!other.finalized || other.isLocked()) &&
                !other.isRefund
        );
        return this.getSpendable(order) - others.reduce((sum, o) => sum + this.getSpent(o), 0);
    }

    /** Whether a reward may be offered to the customer of the ticket today. */
    isOffered(order, reward) {
        const today = luxon.DateTime.now().toISODate();
        const tier = this.getCard(order)?.tier?.id;
        const tiers = reward.tier_ids?.map((t) => t.id) || [];
        const day = (date) => date && (date.toISODate?.() || date);
        return (
            (!reward.date_start || day(reward.date_start) <= today) &&
            (!reward.date_end || day(reward.date_end) >= today) &&
            (!tiers.length || tiers.includes(tier))
        );
    }

    /** How many the member can still have of limited rewards; the server counts again. */
    async loadLimits(order) {
        const args = [order.partner_id.id, this.pos.config.id];
        this.limits = await this.pos.data.call("beauty.reward", "get_limits", args);
    }

    getLimitLeft(order, reward) {
        const limit = this.limits[reward.id] ?? Infinity;
        return limit - (this.getTaken(order)[reward.id]?.count || 0);
    }

    canTake(order, reward) {
        return (
            Boolean(order.partner_id) &&
            this.getLimitLeft(order, reward) > 0 &&
            !order.finalized &&
            this.isOffered(order, reward) &&
            reward.points <= this.getLeft(order)
        );
    }

    /** Points the ticket will earn, as the server will work them out. */
    getEarned(order) {
        const card = this.getCard(order);
        const rate = card?.points_info?.rate;
        if (!rate?.multiplier || !card.is_member || order.isRefund) {
            return 0;
        }
        const earnsPutIn = rate.value_time === "put_in";
        const weight = order.lines
            .filter((line) => line.earnsPoints && (earnsPutIn || !isRecharge(line.soldPlan)))
            .reduce((sum, line) => sum + this.weigh(line, rate), 0n);
        const perAmount = toCents(rate.per_amount, this.digits);
        return Math.max(0, getEarned(weight, perAmount, rate.tier, rate.birthday));
    }

    weigh(line, rate) {
        const { included, excluded } = line.exactTotals;
        const template = line.product_id.product_tmpl_id;
        const cents = toCents(rate.is_gross ? included : excluded, this.digits);
        // what earned when it was put in earns nothing when it is spent
        const tender = rate.value_time === "put_in" ? line.valueTender : 0;
        return weigh(
            cents - (included ? Math.round((cents * tender) / included) : 0),
            toHundredths(template.categ_id?.points_factor ?? 1),
            toHundredths(template.points_factor ?? 1)
        );
    }

    format(amount) {
        return this.pos.env.utils.formatCurrency(amount);
    }
}
