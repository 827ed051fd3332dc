// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { CardSection } from "@beauty_membership/app/components/member_card/card_section";

/** How the member is reached, and what must not be overlooked. */
export class CardFacts extends CardSection {
    static template = "beauty_membership.CardFacts";

    get hasFlags() {
        const { allergy, birthday, complaint } = this.card.flags;
        return allergy || birthday || complaint || this.card.arrears;
    }
}
