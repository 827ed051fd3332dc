// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { CardSection } from "@beauty_membership/app/components/member_card/card_section";

/** Stored value, principal and bonus apart, and points. */
export class CardBalances extends CardSection {
    static template = "beauty_membership.CardBalances";

    get hasValue() {
        return this.card.value.principal || this.card.value.bonus;
    }
}
