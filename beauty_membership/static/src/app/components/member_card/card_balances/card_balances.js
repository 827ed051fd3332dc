// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { CardSection } from "@beauty_membership/app/components/member_card/card_section";

/** Stored value, principal and bonus apart, and points. */
export class CardBalances extends CardSection {
    static template = "beauty_membership.CardBalances";

    get hasValue() {
        return this.card.value.principal || this.card.value.bonus;
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
