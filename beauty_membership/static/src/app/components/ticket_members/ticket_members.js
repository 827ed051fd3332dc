// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component, useEffect, useState } from "@odoo/owl";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";
import { MemberCard } from "@beauty_membership/app/components/member_card/member_card";

/** The cards beside a ticket: its customer's, and in tabs those of others who pay. */
export class TicketMembers extends Component {
    static template = "beauty_membership.TicketMembers";
    static components = { MemberCard };
    static props = { onUsed: { type: Function, optional: true } };

    setup() {
        this.pos = usePos();
        this.state = useState({ shownId: false });
        useEffect(
            (...members) => members.forEach((partner) => this.pos.memberCards.ensure(partner)),
            () => this.members
        );
    }

    get order() {
        return this.pos.getOrder();
    }

    get members() {
        return this.order?.members || [];
    }

    get shown() {
        return this.members.find(({ id }) => id === this.state.shownId) || this.members[0];
    }

    canRemove(partner) {
        return this.pos.membership.payers.canRemove(this.order, partner);
    }

    show(partner) {
        this.state.shownId = partner.id;
    }

    async add() {
        const partner = await this.pos.membership.payers.ask(this.order);
        if (partner) {
            this.show(partner);
        }
    }

    remove(partner) {
        this.pos.membership.payers.remove(this.order, partner);
    }
}
