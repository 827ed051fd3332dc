// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError } from "@web/core/network/rpc";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { TextInputPopup } from "@point_of_sale/app/components/popups/text_input_popup/text_input_popup";

/** Gift cards sold, whose codes are printed once, and claimed by their code. */
export class GiftCodes {
    constructor(membership) {
        this.membership = membership;
        this.pos = membership.pos;
    }

    /** A gift card becomes hers by its code, typed or scanned. */
    async claim(partner) {
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

    /**
     * Read the codes of what a ticket sold, for its receipt. They stay in memory:
     * whoever has a code has the money.
     */
    async readSold(order) {
        if (!order.planLines.some((line) => line.soldPlan.is_gift_card && line.qty > 0)) {
            return;
        }
        try {
            const args = [order.uuid, this.pos.config.id];
            order.giftCards = await this.pos.data.call("beauty.contract", "get_gift_cards", args);
        } catch (error) {
            if (!(error instanceof ConnectionLostError)) {
                throw error;
            }
            this.membership.alert(
                _t("Code not printed"),
                _t("The line dropped. A manager finds the code on the contract of the gift card.")
            );
        }
    }
}
