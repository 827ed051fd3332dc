// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";

/** Under the ticket: points it spends and earns, and what it puts on the card. */
export class TicketPoints extends Component {
    static template = "beauty_membership.TicketPoints";
    static props = { order: Object };

    setup() {
        this.pos = usePos();
    }

    get order() {
        return this.props.order;
    }

    get earned() {
        return this.pos.points.getEarned(this.order);
    }

    get spent() {
        return this.pos.points.getSpent(this.order);
    }

    get left() {
        return this.pos.points.getLeft(this.order);
    }

    get words() {
        return {
            spent: _t("Spends %s points", this.spent),
            left: _t("%s points left", this.left),
            earned: _t("Earns %s points", this.earned),
        };
    }

    /** Rewards that are kept for later: tags that can be taken off. */
    get requests() {
        return this.order.rewardRequests
            .map(({ reward_id: id, quantity }) => ({
                reward: this.pos.models["beauty.reward"].get(id),
                quantity,
            }))
            .filter(({ reward }) => reward);
    }

    remove(reward) {
        this.pos.points.remove(this.order, reward);
    }
}
