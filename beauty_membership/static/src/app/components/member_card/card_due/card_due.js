// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { CardSection } from "@beauty_membership/app/components/member_card/card_section";

/** What is still due of plans paid in part, and Collect. */
export class CardDue extends CardSection {
    static template = "beauty_membership.CardDue";

    get rows() {
        const { parts } = this.pos.membership;
        return (this.card.contracts_due || []).map((due) => {
            const line = this.order && parts.getCollected(this.order, due.contract_id);
            const here = line ? this.formatMoney(line.ownTotal) : "";
            return {
                due,
                amount: _t("%s still due", this.formatMoney(due.amount_due)),
                here: here && _t("%s paid on this ticket", here),
            };
        });
    }

    async collect(due) {
        if (this.order.partner_id === this.props.partner) {
            await this.pos.membership.parts.collect(this.order, due);
            this.props.onUsed?.();
        }
    }
}
