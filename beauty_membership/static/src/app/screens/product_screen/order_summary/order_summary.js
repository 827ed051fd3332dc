// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { AlertDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";
import { parseFloat } from "@web/views/fields/parsers";
import { NumberPopup } from "@point_of_sale/app/components/popups/number_popup/number_popup";
// Patched after pos_loyalty: a prepaid session never reaches its questions.
import "@pos_loyalty/app/screens/product_screen/order_summary/order_summary";
import { OrderSummary } from "@point_of_sale/app/screens/product_screen/order_summary/order_summary";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { LineTags } from "@beauty_membership/app/components/line_tags/line_tags";
import { TicketCard } from "@beauty_membership/app/components/ticket_card/ticket_card";
import { TicketPoints } from "@beauty_membership/app/components/ticket_points/ticket_points";

patch(OrderSummary, {
    components: { ...OrderSummary.components, LineTags, TicketCard, TicketPoints },
});

patch(OrderSummary.prototype, {
    async updateSelectedOrderline({ key }) {
        const line = this.currentOrder?.getSelectedOrderline();
        const isFixed = line?.isRedemption || line?.hasAgreedAmount;
        if (!isFixed || line.refunded_orderline_id) {
            return super.updateSelectedOrderline(...arguments);
        }
        this.numberBuffer.reset();
        if (["Backspace", "Delete"].includes(key) && !this.currentOrder.isNoted()) {
            this.currentOrder.removeOrderline(line);
            this.pos.updateRewards();
        } else {
            this.dialog.add(AlertDialog, this._explainFixedLine(line));
        }
    },
    _explainFixedLine(line) {
        if (line.isArrears) {
            return {
                title: _t("Arrears"),
                body: _t("Tap Amount on the member card to collect less than what is due."),
            };
        }
        if (line.isUpgrade) {
            return {
                title: _t("Upgrade"),
                body: _t("This is what is left of the old contract. Remove the line to undo it."),
            };
        }
        if (!line.isRedemption) {
            return {
                title: _t("Paid in part"),
                body: _t("Tap what is due later to change the part, or Pay all first."),
            };
        }
        return {
            title: _t("Prepaid session"),
            body: this.currentOrder.isNoted()
                ? _t("This use is noted and signed. Capture it first; it can be undone then.")
                : _t(
                      "A prepaid session keeps its price and quantity. Remove the line, or use another session."
                  ),
        };
    },
    _setValue() {
        super._setValue(...arguments);
        this.pos.membership.reprice(this.currentOrder);
    },
    async onOrderlineLongPress(ev, orderline) {
        if (!orderline.isRedemption) {
            return super.onOrderlineLongPress(...arguments);
        }
    },
    formatMoney(amount) {
        return this.env.utils.formatCurrency(amount);
    },
    get canTip() {
        return this.pos.config.iface_tipproduct && this.currentOrder.isFullyPrepaid;
    },
    /** A pure redemption skips the payment screen, where tips are else given. */
    async addTip() {
        const tip = await makeAwaitable(this.dialog, NumberPopup, {
            title: _t("Add Tip"),
            startingValue: "",
            formatDisplayedValue: (x) => `${this.pos.currency.symbol} ${x}`,
        });
        if (tip) {
            await this.pos.setTip(parseFloat(tip));
        }
    },
});
