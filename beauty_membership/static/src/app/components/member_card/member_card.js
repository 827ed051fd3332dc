// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component } from "@odoo/owl";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";
import { CardActions } from "./card_actions/card_actions";
import { CardBalances } from "./card_balances/card_balances";
import { CardDue } from "./card_due/card_due";
import { CardFacts } from "./card_facts/card_facts";
import { CardHints } from "./card_hints/card_hints";
import { CardPasses } from "./card_passes/card_passes";
import { CardRecent } from "./card_recent/card_recent";
import { CardSessions } from "./card_sessions/card_sessions";
import { CardTier } from "./card_tier/card_tier";

/**
 * Everything about one member that the counter needs. Each part is a component of
 * its own (see `CardSection`); another part is added to `components` and to the
 * template.
 */
export class MemberCard extends Component {
    static template = "beauty_membership.MemberCard";
    static components = {
        CardActions,
        CardBalances,
        CardDue,
        CardFacts,
        CardHints,
        CardPasses,
        CardRecent,
        CardSessions,
        CardTier,
    };
    static props = {
        partner: Object,
        onUsed: { type: Function, optional: true },
    };

    setup() {
        this.pos = usePos();
    }

    get card() {
        return this.pos.memberCards.get(this.props.partner);
    }

    get isLoading() {
        return this.pos.memberCards.isLoading(this.props.partner);
    }

    get isStale() {
        return this.pos.memberCards.isStale(this.props.partner);
    }

    /** What each part of the card is given. */
    get section() {
        return { card: this.card, partner: this.props.partner, onUsed: this.props.onUsed };
    }

    /** No connection and no card: the service is written down, its holding found later. */
    async noteUse() {
        const treatments = this.pos.models["product.product"].filter(
            (product) => product.product_tmpl_id?.is_treatment
        );
        const product = await this.pos.membership.services.ask(treatments);
        if (product) {
            await this.pos.membership.names.useUnnamed(this.pos.getOrder(), product);
            this.props.onUsed?.();
        }
    }

    makeMember() {
        return this.pos.membership.joining.askForGuest(this.props.partner);
    }

    reload() {
        return this.pos.memberCards.load(this.props.partner.id);
    }
}
