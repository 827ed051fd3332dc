// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { CardSection } from "@beauty_membership/app/components/member_card/card_section";

/** What is still due of plans paid in part, and Collect. */
export class CardDue extends CardSection {
    static template = "beauty_membership.CardDue";

    get rows() {
        const { parts } = this.pos.membership;
        return (this.card.contracts_due || []).map((due) => {
            const line = this.order && parts.getCollected(this.order, due.contract_id);
            return { due, here: line ? line.ownTotal : 0 };
        });
    }

    async collect(due) {
        if (this.order.partner_id === this.props.partner) {
            await this.pos.membership.parts.collect(this.order, due);
            this.props.onUsed?.();
        }
    }
}
