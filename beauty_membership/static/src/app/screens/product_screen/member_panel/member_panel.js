// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component, useEffect, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { browser } from "@web/core/browser/browser";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";
import { TicketMembers } from "@beauty_membership/app/components/ticket_members/ticket_members";

const COLLAPSED_KEY = "beauty_membership.panel_collapsed";

/** Read the card of the ticket's customer whenever another one comes up. */
function useMemberOfTicket(pos) {
    useEffect(
        (partner) => {
            pos.memberCards.ensure(partner);
        },
        () => [pos.getOrder()?.partner_id]
    );
}

/** The member card in a column of its own beside the ticket (wide screens). */
export class MemberPanel extends Component {
    static template = "beauty_membership.MemberPanel";
    static components = { TicketMembers };
    static props = {};

    setup() {
        this.pos = usePos();
        this.state = useState({ collapsed: browser.localStorage.getItem(COLLAPSED_KEY) === "1" });
        useMemberOfTicket(this.pos);
    }

    get partner() {
        return this.pos.getOrder()?.partner_id;
    }

    toggle() {
        this.state.collapsed = !this.state.collapsed;
        browser.localStorage.setItem(COLLAPSED_KEY, this.state.collapsed ? "1" : "0");
    }
}

export class MemberDialog extends Component {
    static template = "beauty_membership.MemberDialog";
    static components = { Dialog, TicketMembers };
    static props = { close: Function };
}

/** One line above the ticket that opens the card (small screens). */
export class MemberBar extends Component {
    static template = "beauty_membership.MemberBar";
    static props = {};

    setup() {
        this.pos = usePos();
        useMemberOfTicket(this.pos);
    }

    get partner() {
        return this.pos.getOrder()?.partner_id;
    }

    get card() {
        return this.pos.memberCards.get(this.partner);
    }

    get sessionsLeft() {
        const order = this.pos.getOrder();
        const isService = (session) => !this.pos.membership.isGoods(session);
        const sessions = (this.card?.sessions || []).filter(isService);
        return sessions.reduce(
            (sum, session) => sum + this.pos.membership.getLeft(order, session),
            0
        );
    }

    open() {
        this.pos.dialog.add(MemberDialog, {});
    }
}
