// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { CardSection } from "@beauty_membership/app/components/member_card/card_section";

/** What is done rarely with a card. */
export class CardActions extends CardSection {
    static template = "beauty_membership.CardActions";

    refund() {
        return this.pos.membership.refunds.ask(this.props.partner);
    }

    /** Only for the customer of the ticket: what is left pays a part of her ticket. */
    get canUpgrade() {
        const { order } = this;
        return order && !order.finalized && order.partner_id === this.props.partner;
    }

    async upgrade() {
        if (await this.pos.membership.upgrades.start(this.order)) {
            this.props.onUsed?.();
        }
    }

    claimGift() {
        return this.pos.membership.gifts.claim(this.props.partner);
    }
}
