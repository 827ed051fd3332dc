// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { ConnectionLostError } from "@web/core/network/rpc";

/**
 * The member cards this till has read, by partner. In memory only: a card names
 * flags that must not reach the browser's database.
 */
export class MemberCards {
    constructor(pos) {
        this.pos = pos;
        this.byPartner = {};
        this.loading = {};
        this.offline = {};
    }

    get(partner) {
        return partner && this.byPartner[partner.id];
    }

    isLoading(partner) {
        return Boolean(partner && this.loading[partner.id]);
    }

    /** The last reading failed: what is shown may be old. */
    isStale(partner) {
        return Boolean(partner && this.offline[partner.id]);
    }

    /** Read the card of a customer, unless it is here already. */
    async ensure(partner) {
        const isKnown = this.get(partner) || this.isLoading(partner);
        return partner && !isKnown ? this.load(partner.id) : this.get(partner);
    }

    /** Read the card from the server: one RPC. Without a connection the old one stays. */
    async load(partnerId) {
        if (typeof partnerId !== "number") {
            return;
        }
        this.loading[partnerId] = true;
        try {
            const args = [partnerId, this.pos.config.id];
            const card = await this.pos.data.call("res.partner", "get_member_card", args);
            this.put(card);
            await this.followTier(card);
        } catch (error) {
            if (!(error instanceof ConnectionLostError)) {
                throw error;
            }
            this.offline[partnerId] = true;
        } finally {
            delete this.loading[partnerId];
        }
        return this.byPartner[partnerId];
    }

    /** A tier that changed at another till has other prices: her contact is read again. */
    async followTier(card) {
        const partner = this.pos.models["res.partner"].get(card.partner_id);
        if (!partner || (partner.tier_id?.id || false) === (card.tier?.id || false)) {
            return;
        }
        const args = [this.pos.config.id, [["id", "=", partner.id]], 0];
        await this.pos.data.callRelated("res.partner", "get_new_partner", args);
        for (const order of this.pos.getOpenOrders()) {
            if (order.partner_id === partner && !order.lines.length) {
                order.updatePricelistAndFiscalPosition(partner);
            }
        }
    }

    put(card) {
        delete this.offline[card.partner_id];
        this.byPartner[card.partner_id] = card;
        this.pos.membership.repriceTicketsOf(card.partner_id);
    }

    /** Somebody's holdings moved, here or on another till. */
    async onChanged({ partner_ids: partnerIds }) {
        const members = this.pos.getOpenOrders().flatMap((order) => order.members);
        const open = new Set(members.map((partner) => partner.id));
        for (const id of partnerIds) {
            if (open.has(id)) {
                await this.load(id);
            } else {
                delete this.byPartner[id];
            }
        }
    }
}
