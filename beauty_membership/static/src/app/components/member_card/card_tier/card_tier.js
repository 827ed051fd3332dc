// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { CardSection } from "@beauty_membership/app/components/member_card/card_section";

/** What the tier gives, what staff should know, and how far it is to the next one. */
export class CardTier extends CardSection {
    static template = "beauty_membership.CardTier";

    get tier() {
        const tier = this.card.tier || {};
        return { notes: tier.notes, benefits: tier.benefits || [], progress: tier.progress };
    }
}
