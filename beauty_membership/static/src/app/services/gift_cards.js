// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { TextInputPopup } from "@point_of_sale/app/components/popups/text_input_popup/text_input_popup";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";

/** Paying with a gift card that nobody has claimed: its code names the value. */
export class GiftCards {
    constructor(pos) {
        this.pos = pos;
    }

    /** The house sells gift cards. */
    get isOffered() {
        return this.pos.models["beauty.plan"].some((plan) => plan.is_gift_card);
    }

    async ask(order, amount = true) {
        const code = await makeAwaitable(this.pos.dialog, TextInputPopup, {
            title: _t("Code of the gift card"),
            placeholder: _t("Type or scan it"),
        });
        return code?.trim() ? this.pay(order, code, amount) : false;
    }

    /** Pay with the card of a code. Wrong codes are refused, and counted, by the server. */
    async pay(order, code, amount = true) {
        if (this.pos.data.network.offline) {
            return this.pos.value.explainOffline();
        }
        const gift = await this.pos.data.call("beauty.contract", "get_gift", [
            code.trim(),
            this.pos.config.id,
        ]);
        if (order.movesValue) {
            this.pos.value.remove(order);
        }
        order.uiState.membership.gift = gift;
        order.gift_code = code.trim();
        return this.pos.value.pay(order, amount);
    }
}
