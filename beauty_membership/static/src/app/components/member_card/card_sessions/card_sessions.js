// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { getHoldings } from "@beauty_membership/app/utils/card_holdings";
import { CardSection } from "@beauty_membership/app/components/member_card/card_section";

function isAnyOf(session) {
    return session.product_ids.length > 1 && Boolean(session.plan_name);
}

/** One row per holding of sessions or kept goods: Use, or Hand out. */
export class CardSessions extends CardSection {
    static template = "beauty_membership.CardSessions";

    /** What is left after this ticket, and what other tickets take. */
    get rows() {
        const { membership } = this.pos;
        const { sessions } = this.card;
        const names = sessions.map((session) => session.name);
        return sessions.map((session) => {
            const pending = membership.getPendingUnits(session.entitlement_id, this.order);
            const sharedLeft = membership.getSharedLeft(this.order, session);
            const isAlone = names.filter((name) => name === session.name).length === 1;
            return {
                session,
                ...pending,
                // several services: the card's name says more than all of theirs
                title: isAnyOf(session) ? session.plan_name : session.name,
                origin: isAnyOf(session) ? session.name : !isAlone && session.plan_name,
                left: session.remaining - pending.here - pending.elsewhere,
                sharedLeft: Number.isFinite(sharedLeft) && sharedLeft,
                isGoods: membership.isGoods(session),
                canUse: membership.canUse(this.order, session),
            };
        });
    }

    get isEmpty() {
        return this.card.is_member && !getHoldings(this.card).length;
    }

    async use(session) {
        await this.pos.membership.use(this.order, session, { partner: this.props.partner });
        this.props.onUsed?.();
    }
}
