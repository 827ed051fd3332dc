// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { RPCError } from "@web/core/network/rpc";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { TextInputPopup } from "@point_of_sale/app/components/popups/text_input_popup/text_input_popup";
import { JoinPopup } from "@beauty_membership/app/components/popups/join_popup/join_popup";

/** Becoming a member at the till, and taking a gift card as one's own. */
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

    /**
     * Make the member on the server.
     * @returns {Object} partner, or the message that says what to change
     */
    async join({ name, phone, number }) {
        const vals = { name: name.trim(), phone: phone.trim(), member_number: number.trim() };
        try {
            const args = [vals, this.pos.config.id];
            const answer = await this.pos.data.call("res.partner", "join_member", args);
            await this.pos.loadMembers(answer);
            this.pos.memberCards.put(answer.card);
            this.welcome(answer);
            return { partner: this.pos.models["res.partner"].get(answer.partner_id) };
        } catch (error) {
            if (error instanceof RPCError) {
                return { message: error.data?.message || error.message };
            }
            throw error;
        }
    }

    /** Warnings never block: the cashier reads them afterwards. */
    welcome({ card, warnings = [], gifts = [] }) {
        const { notification } = this.pos;
        warnings.forEach((warning) => notification.add(warning, { type: "warning" }));
        const welcome = _t("%(name)s is a member: %(number)s", {
            name: card.name,
            number: card.member_number,
        });
        notification.add(welcome, { type: "success" });
        gifts.forEach((gift) =>
            notification.add(_t("Welcome gift: %s", gift), { type: "success" })
        );
    }

    // ---- Gift cards ----

    /** A gift card becomes hers by its code. */
    async claimGift(partner) {
        const code = await makeAwaitable(this.pos.dialog, TextInputPopup, {
            title: _t("Gift card"),
            placeholder: _t("Code on the card"),
        });
        if (!code?.trim()) {
            return;
        }
        const args = [code.trim(), partner.id, this.pos.config.id];
        const card = await this.pos.data.call("beauty.contract", "claim_gift", args);
        this.pos.memberCards.put(card);
        this.pos.notification.add(_t("The gift card is on her card now."), { type: "success" });
    }
}
