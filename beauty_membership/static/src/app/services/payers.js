// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { PartnerList } from "@point_of_sale/app/screens/partner_list/partner_list";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";

/** Several members on one ticket: each takes sessions from a card of her own. */
export class Payers {
    constructor(membership) {
        this.membership = membership;
        this.pos = membership.pos;
    }

    /** Ask for another member and put her card beside the ticket. */
    async ask(order) {
        const partner = await makeAwaitable(this.pos.dialog, PartnerList, {});
        return partner && this.add(order, partner);
    }

    async add(order, partner) {
        if (!order.members.includes(partner)) {
            const { membership } = order.uiState;
            membership.payers = [...membership.payers, partner.id];
        }
        await this.pos.memberCards.load(partner.id);
        return partner;
    }

    remove(order, partner) {
        const { membership } = order.uiState;
        membership.payers = membership.payers.filter((id) => id !== partner.id);
    }

    /** A card leaves the ticket as long as no line takes from it. */
    canRemove(order, partner) {
        const isUsed = (line) => this.membership.getOwner(line)?.partner_id === partner.id;
        return partner !== order.partner_id && !order.redemptionLines.some(isUsed);
    }
}
