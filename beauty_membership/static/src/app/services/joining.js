// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { RPCError } from "@web/core/network/rpc";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { getHoldings } from "@beauty_membership/app/utils/card_holdings";
import { JoinPopup } from "@beauty_membership/app/components/popups/join_popup/join_popup";

/** Becoming a member at the till. */
export class Joining {
    constructor(membership) {
        this.membership = membership;
        this.pos = membership.pos;
    }

    /** Ask for a new member; digits already typed are her phone, letters her name. */
    ask(query = "") {
        const typed = query.trim();
        const isPhone = /^[+\d][\d\s-]*$/.test(typed);
        return makeAwaitable(this.pos.dialog, JoinPopup, {
            [isPhone ? "phone" : "name"]: typed,
        });
    }

    /** Ask for a new member and make her the customer of the ticket. */
    async askForTicket() {
        const partner = await this.ask();
        if (partner) {
            await this.pos.setPartnerToCurrentOrder(partner);
        }
    }

    /** A guest who is on the ticket already gets her card. */
    async askForGuest(guest) {
        const partner = await makeAwaitable(this.pos.dialog, JoinPopup, { guest });
        if (partner && partner !== guest) {
            await this.pos.setPartnerToCurrentOrder(partner);
        }
    }

    /**
     * Make the member on the server.
     * @param {boolean} isConfirmed the warnings were read
     * @returns {Object} partner; or warnings and known contacts to look at; or the
     *     message that says what to change
     */
    async join({ name, phone, number, guest }, isConfirmed) {
        const values = { name, phone, member_number: number, partner_id: guest?.id || false };
        try {
            const args = [values, this.pos.config.id, isConfirmed];
            const answer = await this.pos.data.call("res.partner", "join_member", args);
            return answer.ok ? await this.welcome(answer) : await this.readDoubts(answer);
        } catch (error) {
            if (error instanceof RPCError) {
                return { message: error.data?.message || error.message };
            }
            throw error;
        }
    }

    async welcome(answer) {
        const { card } = answer;
        await this.pos.loadMembers(answer);
        this.pos.memberCards.put(card);
        const welcome = _t("%(name)s is a member: %(number)s", {
            name: card.name,
            number: card.member_number,
        });
        this.pos.notification.add([welcome, this.getGiftText(card)].filter(Boolean).join(" · "), {
            type: "success",
        });
        return { partner: this.pos.models["res.partner"].get(card.partner_id) };
    }

    /** What a card holds on its first day is what the house gave. */
    getGiftText(card) {
        const holdings = [...getHoldings(card), ...(card.value_lots || [])];
        const gifts = [...new Set(holdings.map((holding) => holding.plan_name))];
        if (card.points) {
            gifts.push(_t("%s points", card.points));
        }
        return gifts.length ? _t("Welcome gift: %s", gifts.join(", ")) : "";
    }

    /** Nothing was stored yet: she may be one of those who are here already. */
    async readDoubts({ warnings, duplicates }) {
        const ids = duplicates.map((row) => row.id);
        if (ids.length) {
            const args = [this.pos.config.id, [["id", "in", ids]], 0];
            await this.pos.data.callRelated("res.partner", "get_new_partner", args);
        }
        const known = this.pos.models["res.partner"].readMany(ids).filter(Boolean);
        return { warnings, known };
    }
}
