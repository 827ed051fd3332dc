// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { getHoldings } from "@beauty_membership/app/utils/card_holdings";
import { UNNAMED_HOLDING } from "@beauty_membership/app/models/pos_order_line";

/**
 * Uses noted without a connection and without a card: the service is written down,
 * its holding is named on reconnecting.
 */
export class HoldingNames {
    constructor(membership) {
        this.membership = membership;
        this.pos = membership.pos;
    }

    async useUnnamed(order, product) {
        const source = { entitlement_id: UNNAMED_HOLDING };
        const line = this.membership.createRedemption(order, product, source);
        await this.pos.staff.askMissingTechnician(line);
        return line;
    }

    /** Unnamed uses take the holding the card proposes. Returns whether all do. */
    async nameAll(order) {
        if (this.getUnnamed(order).length) {
            await this.pos.memberCards.load(order.partner_id.id);
        }
        const left = this.nameFromCard(order);
        if (left) {
            this.membership.alert(_t("No session left"), this.getNoSessionText(left));
        }
        return !left;
    }

    /** Returns the first use that the card as it was read has no session for. */
    nameFromCard(order) {
        this.getUnnamed(order).forEach((line) => this.name(order, line));
        return this.getUnnamed(order)[0];
    }

    getUnnamed(order) {
        return order.redemptionLines.filter((line) => line.entitlement_id === UNNAMED_HOLDING);
    }

    getNoSessionText(line) {
        return _t("%(member)s has no session of %(service)s that can be used.", {
            member: line.order_id.getPartnerName(),
            service: line.getFullProductName(),
        });
    }

    /** A pass goes before sessions: a visit costs her nothing more. */
    name(order, line) {
        const fits = getHoldings(this.membership.getCard(order)).filter(
            (holding) =>
                this.membership.canUse(order, holding) &&
                this.membership.getUsableProducts(order, holding).includes(line.product_id.id)
        );
        const session =
            fits.find((holding) => holding.kind === "pass") ||
            fits.find((holding) => holding.is_proposed) ||
            fits[0];
        if (session) {
            line.entitlement_id = session.entitlement_id;
            line.uiState.isVisit = session.kind === "pass";
        }
    }
}
