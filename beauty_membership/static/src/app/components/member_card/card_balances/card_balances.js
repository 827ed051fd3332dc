// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { CardSection } from "@beauty_membership/app/components/member_card/card_section";

function sumLeft(lots) {
    return lots.reduce((sum, lot) => sum + lot.remaining, 0);
}

/** Stored value, principal and bonus apart, and points. */
export class CardBalances extends CardSection {
    static template = "beauty_membership.CardBalances";

    /** What can be spent here today: principal and bonus. */
    get value() {
        const lots = this.card.value_lots;
        if (!lots) {
            return this.card.value;
        }
        const usable = lots.filter((lot) => lot.can_use);
        return {
            principal: sumLeft(usable.filter((lot) => !lot.is_bonus)),
            bonus: sumLeft(usable.filter((lot) => lot.is_bonus)),
        };
    }

    get hasValue() {
        return this.value.principal || this.value.bonus;
    }

    /** Value that is on the card and cannot be spent, each reason once. */
    get blocked() {
        const lots = (this.card.value_lots || []).filter((lot) => !lot.can_use);
        const reasons = [...new Set(lots.map((lot) => lot.reason))];
        return reasons.map((reason) => ({
            reason,
            amount: sumLeft(lots.filter((lot) => lot.reason === reason)),
        }));
    }

    /** The card is the ticket customer's, and the house gives rewards. */
    get offersRewards() {
        const isCustomer = this.order?.partner_id?.id === this.card.partner_id;
        return isCustomer && this.pos.points.hasCatalogue(this.order);
    }

    openRewards() {
        this.props.onUsed?.();
        return this.pos.points.openCatalogue(this.order);
    }
}
