// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { fromCents, toCents } from "@beauty_membership/app/utils/membership_rules";
import { fillLines } from "@beauty_membership/app/utils/points_rules";
import { RewardsPopup } from "@beauty_membership/app/components/popups/rewards_popup/rewards_popup";
import { PointsBalance } from "./points_balance";

/** Rewards on a ticket: money off its lines, gifts as lines, what is kept for later. */
export class PointsSpending extends PointsBalance {
    hasCatalogue(order) {
        return Boolean(order?.partner_id) && !order.isRefund && this.rewards.length > 0;
    }

    async openCatalogue(order) {
        if (this.pos.data.network.offline) {
            return this.pos.value.explainOffline();
        }
        await this.pos.memberCards.ensure(order.partner_id);
        await this.loadLimits(order);
        this.pos.dialog.add(RewardsPopup, { order });
    }

    /** Put a reward on the ticket. Returns whether it is there. */
    async take(order, reward, { keep = false } = {}) {
        if (!this.canTake(order, reward)) {
            return false;
        }
        if (keep || reward.kind === "value") {
            return this.request(order, reward, 1);
        }
        return reward.kind === "product"
            ? this.addGift(order, reward)
            : this.addDiscount(order, reward, 1);
    }

    /** Take one of a reward back, from where it is. */
    remove(order, reward) {
        const gift = order.lines.find((line) => line.beauty_reward_id === reward.id);
        if (order.getRequestCount(reward.id)) {
            this.request(order, reward, -1);
        } else if (reward.kind === "discount") {
            this.addDiscount(order, reward, -1);
        } else if (gift) {
            order.removeOrderline(gift);
            this.pos.membership.reprice(order);
        }
    }

    // ---- Gifts ----

    async addGift(order, reward) {
        const product = await this.findProduct(reward);
        if (!product) {
            this.pos.membership.explainNoProduct();
            return false;
        }
        const line = await this.pos.addLineToOrder(
            {
                product_id: product,
                product_tmpl_id: product.product_tmpl_id,
                beauty_reward_id: reward.id,
            },
            order,
            {},
            false
        );
        this.pos.membership.reprice(order);
        return Boolean(line);
    }

    async findProduct(reward) {
        const id = reward.product_id?.id || reward.raw?.product_id;
        await this.pos.membership.services.loadMissing([id]);
        return this.pos.models["product.product"].get(id);
    }

    // ---- Money off ----

    addDiscount(order, reward, change) {
        const counts = { ...order.discountCounts };
        const before = counts[reward.id] || 0;
        counts[reward.id] = Math.max(0, before + change);
        order.setDiscountCounts(counts);
        this.pos.membership.reprice(order);
        const after = order.discountCounts[reward.id] || 0;
        if (change > 0 && after === before) {
            this.pos.membership.alert(
                _t("The ticket is too small"),
                _t("“%(reward)s” takes %(amount)s off goods and services. Add something first.", {
                    reward: reward.name,
                    amount: this.format(reward.amount),
                })
            );
        }
        return after === before + change;
    }

    /** Bring what points pay on the lines up to date with the ticket. */
    spread(order) {
        this.recoverCounts(order);
        if (order.isRefund || !this.isTouched(order)) {
            return;
        }
        const parts = new Map();
        order.giftLines.forEach((line) => parts.set(line, [line.ownTotal, line.beauty_reward_id]));
        const counts = {};
        for (const [id, wanted] of Object.entries(order.discountCounts)) {
            const reward = this.pos.models["beauty.reward"].get(Number(id));
            const count = reward ? this.fill(order, reward, wanted, parts) : 0;
            if (count) {
                counts[id] = count;
            }
        }
        order.setDiscountCounts(counts);
        order.lines.filter((line) => !line.isRedemption).forEach((line) => this.apply(line, parts));
    }

    /** A parked ticket from the server tells its money off by its lines. */
    recoverCounts(order) {
        if (!order.uiState.membership.discounts) {
            const rewards = this.rewards.filter((reward) => reward.kind === "discount");
            const counts = rewards.map((reward) => [reward.id, this.getLineCount(order, reward)]);
            order.setDiscountCounts(Object.fromEntries(counts.filter(([, count]) => count)));
        }
    }

    isTouched(order) {
        const hasCounts = Object.keys(order.discountCounts).length > 0;
        return hasCounts || order.lines.some((l) => l.beauty_reward_id || l.points_amount);
    }

    /** Give one reward's money to lines without another one; returns how often it fits. */
    fill(order, reward, wanted, parts) {
        const lines = order.lines.filter((line) => line.canTakePoints && !parts.has(line));
        const rooms = lines.map((line) => toCents(line.ownTotal, this.digits));
        const amount = toCents(reward.amount, this.digits);
        const room = rooms.reduce((sum, cents) => sum + Math.max(0, cents), 0);
        const count = amount > 0 ? Math.min(wanted, Math.floor(room / amount)) : 0;
        fillLines(count * amount, rooms).forEach((cents, index) => {
            if (cents) {
                parts.set(lines[index], [fromCents(cents, this.digits), reward.id]);
            }
        });
        return count;
    }

    apply(line, parts) {
        const [points, rewardId] = parts.get(line) || [0, false];
        if ((line.beauty_reward_id || false) !== rewardId) {
            line.beauty_reward_id = rewardId;
        }
        line.setShares({ points, bonus: line.bonus_amount || 0 });
    }

    // ---- Kept for later ----

    request(order, reward, change) {
        const others = order.rewardRequests.filter((request) => request.reward_id !== reward.id);
        const quantity = order.getRequestCount(reward.id) + change;
        const own = quantity > 0 ? [{ reward_id: reward.id, quantity }] : [];
        order.reward_requests = [...others, ...own];
        return true;
    }
}
