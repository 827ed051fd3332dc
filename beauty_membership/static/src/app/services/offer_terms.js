// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";

/** Plans for new members, once each or in a campaign: asked before anybody pays. */
export class OfferTerms {
    constructor(membership) {
        this.membership = membership;
    }

    get pos() {
        return this.membership.pos;
    }

    hasTerms(plan) {
        return Boolean(
            plan.once_per_member ||
            plan.new_members_only ||
            plan.member_limit ||
            plan.date_from ||
            plan.date_to
        );
    }

    /** What was paid without a connection is stored whatever the offer says. */
    async prepare(order) {
        const { offline } = this.pos.data.network;
        order.taken_offline = Boolean(offline && order.planLines.length);
        return offline || this.allow(order);
    }

    /** Ask the server about each such plan on the ticket. Returns whether all may be sold. */
    async allow(order) {
        const sales = order.planLines.filter((line) => line.qty > 0 && !line.isArrears);
        for (const line of sales.filter((sale) => this.hasTerms(sale.soldPlan))) {
            const reason = await this.ask(order, line);
            if (reason) {
                this.membership.alert(_t("This offer cannot be sold"), reason);
                return false;
            }
        }
        return true;
    }

    ask(order, line) {
        const args = [
            line.soldPlan.id,
            order.partner_id?.id || false,
            this.pos.config.id,
            line.qty,
        ];
        return this.pos.data.call("beauty.plan", "check_offer", args);
    }
}
