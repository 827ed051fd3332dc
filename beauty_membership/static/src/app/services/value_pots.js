// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { fromCents, toCents } from "@beauty_membership/app/utils/membership_rules";
import { ValueRefund } from "./value_refund";

/** The stored value that may pay a ticket, as card and gift card tell it. */
export class ValuePots {
    constructor(pos) {
        this.pos = pos;
        this.refund = new ValueRefund(pos);
    }

    get digits() {
        return this.pos.currency.decimal_places;
    }

    /** Lots that may pay: those of the gift card on the ticket, else the member's own. */
    getLots(order) {
        const gift = order.uiState.membership.gift;
        const lots = gift?.value_lots || this.pos.memberCards.get(order.partner_id)?.value_lots;
        return (lots || []).filter((lot) => lot.can_use);
    }

    /** What other open tickets of this till take: {holding id: [face, liability]}, cents. */
    getTakenElsewhere(order) {
        const taken = {};
        const others = this.pos.models["pos.order"].filter(
            (other) => other.uuid !== order.uuid && (!other.finalized || other.isLocked())
        );
        for (const other of others) {
            for (const [id, [face, amount]] of Object.entries(other.valueState?.shares || {})) {
                const [before, behind] = taken[id] || [0, 0];
                taken[id] = [before + face, behind + amount];
            }
        }
        return taken;
    }

    /** The lots of one contract make a pot; pots come in the card's order. */
    getPots(order) {
        const taken = this.getTakenElsewhere(order);
        const pots = new Map();
        for (const lot of this.getLots(order)) {
            if (!pots.has(lot.contract_id)) {
                pots.set(lot.contract_id, {
                    order: lot.bonus_order,
                    pricelistId: lot.pricelist_id,
                    allowsPlans: lot.allows_plans,
                    lots: [],
                });
            }
            const [face, amount] = taken[lot.entitlement_id] || [0, 0];
            pots.get(lot.contract_id).lots.push({
                id: lot.entitlement_id,
                remaining: Math.max(0, toCents(lot.remaining, this.digits) - face),
                amount: Math.max(0, toCents(lot.amount_remaining, this.digits) - amount),
                isBonus: lot.is_bonus,
                productIds: lot.product_ids || [],
            });
        }
        return [...pots.values()];
    }

    /** Money the member may spend beside other tickets: principal and bonus. */
    getBalance(order) {
        return this.sumLots(order, {});
    }

    /** The same, after this ticket. */
    getLeft(order) {
        return this.sumLots(order, order.valueState?.shares || {});
    }

    sumLots(order, taken) {
        const sums = { principal: 0, bonus: 0 };
        for (const lot of this.getPots(order).flatMap((pot) => pot.lots)) {
            const [face] = taken[lot.id] || [0];
            sums[lot.isBonus ? "bonus" : "principal"] += lot.remaining - face;
        }
        const money = (cents) => fromCents(cents, this.digits);
        return { principal: money(sums.principal), bonus: money(sums.bonus) };
    }

    // ---- Words ----

    format(amount) {
        return this.pos.env.utils.formatCurrency(amount);
    }

    notify(text) {
        this.pos.notification.add(text, { type: "warning" });
    }

    explainNothing(order) {
        const { principal, bonus } = this.getBalance(order);
        this.pos.membership.alert(
            _t("Stored value pays nothing here"),
            principal || bonus
                ? _t("What is left on the card is not good for these lines. Use another tender.")
                : _t("Nothing is left on the card. Recharge it, or use another tender.")
        );
    }

    /** Without a connection nothing is spent or brought back; says so. */
    isHeldUp(order) {
        const moves = order.needsConnection || (order.isRefund && this.refund.concerns(order));
        const isHeld = moves && this.pos.data.network.offline;
        if (isHeld) {
            this.explainOffline();
        }
        return isHeld;
    }

    explainOffline() {
        this.pos.membership.alert(
            _t("No connection"),
            _t(
                "Stored value and points are not spent without a connection, so that nobody spends them twice. Use another tender."
            )
        );
    }
}
