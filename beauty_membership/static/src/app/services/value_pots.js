// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { fromCents, toCents } from "@beauty_membership/app/utils/membership_rules";

/** The stored value that may pay a ticket, as card and gift card tell it. */
export class ValuePots {
    constructor(pos) {
        this.pos = pos;
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
        const lots = this.getPots(order).flatMap((pot) => pot.lots);
        const sum = (isBonus) =>
            fromCents(
                lots
                    .filter((lot) => Boolean(lot.isBonus) === isBonus)
                    .reduce((total, lot) => total + lot.remaining, 0),
                this.digits
            );
        return { principal: sum(false), bonus: sum(true) };
    }
}
