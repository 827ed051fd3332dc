// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { CardSection } from "@beauty_membership/app/components/member_card/card_section";
import { getPasses } from "@beauty_membership/app/utils/card_holdings";

/** Passes: days left, limits, and Use for a visit. */
export class CardPasses extends CardSection {
    static template = "beauty_membership.CardPasses";

    get rows() {
        const { membership } = this.pos;
        return getPasses(this.card).map((pass) => ({
            pass,
            ...membership.getPendingUnits(pass.entitlement_id, this.order),
            canUse: membership.canUse(this.order, pass),
        }));
    }

    async use(pass) {
        await this.pos.membership.use(this.order, pass, { partner: this.props.partner });
        this.props.onUsed?.();
    }
}
