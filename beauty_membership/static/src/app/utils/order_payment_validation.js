// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import "@pos_hr/app/utils/order_payment_validation";
import "@pos_loyalty/app/utils/order_payment_validation";
import OrderPaymentValidation from "@point_of_sale/app/utils/order_payment_validation";
import { AlertDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError, RPCError } from "@web/core/network/rpc";
import { patch } from "@web/core/utils/patch";

patch(OrderPaymentValidation.prototype, {
    get hasUses() {
        return Boolean(this.order?.movesHoldings);
    },
    /** A ticket without an answer shows no receipt: selling goes on with the next one. */
    get nextPage() {
        if (this.order?.isLocked()) {
            const orderUuid = this.pos.selectedOrderUuid;
            return { page: "ProductScreen", params: { orderUuid } };
        }
        if (this.hasUses && !this.error) {
            return { page: "ReceiptScreen", params: { orderUuid: this.order.uuid } };
        }
        return super.nextPage;
    },
    /** Which page comes next is known only with the server's answer. */
    async shouldHideValidationBehindFeedbackScreen() {
        if (!this.hasUses) {
            return super.shouldHideValidationBehindFeedbackScreen(...arguments);
        }
        const { ui } = this.pos.env.services;
        ui.block();
        try {
            if ((await this.finalizeValidation()) instanceof RPCError) {
                return false;
            }
        } finally {
            ui.unblock();
        }
        const { page, params } = this.nextPage;
        this.pos.navigate(page, params);
    },
    async askBeforeValidation() {
        const order = this.order;
        if (this.pos.value.isHeldUp(order)) {
            return false;
        }
        if (!order.hasMembershipLines && !this.hasUses) {
            return super.askBeforeValidation(...arguments);
        }
        if (!(await this.pos.membership.prepare(order))) {
            return false;
        }
        if (this.hasUses && !order.isRefund && this.pos.data.network.offline) {
            if (!(await this.pos.waitingTickets.note(order))) {
                return false;
            }
        }
        return super.askBeforeValidation(...arguments);
    },
    async finalizeValidation() {
        const order = this.order;
        this.pos.validatingUuid = order.uuid;
        this.pos.waitingTickets.markSending(order, this.hasUses);
        try {
            return await super.finalizeValidation(...arguments);
        } finally {
            this.pos.validatingUuid = undefined;
            this.pos.waitingTickets.markSending(order, false);
        }
    },
    handleValidationError(error) {
        if (!this.order.hasMembershipLines && !this.hasUses) {
            return super.handleValidationError(...arguments);
        }
        if (error instanceof ConnectionLostError && this.hasUses) {
            return this.lock(error);
        }
        const result = super.handleValidationError(...arguments);
        if (!(error instanceof ConnectionLostError)) {
            this.pos.waitingTickets.reopen(this.order);
            this.pos.memberCards.load(this.order.partner_id?.id);
        }
        return result;
    },
    /** A gift card names its holding itself. */
    async _askForCustomerIfRequired() {
        if (!this.order.paysAnonymously) {
            return super._askForCustomerIfRequired(...arguments);
        }
    },
    lock(error) {
        this.pos.waitingTickets.lock(this.order);
        this.pos.setOrder(this.pos.getEmptyOrder());
        this.pos.dialog.add(AlertDialog, {
            title: _t("No answer from the server"),
            body: _t(
                "The line dropped before the answer. The ticket is locked and is sent again by itself until it is captured. Do not take the session a second time."
            ),
        });
        return error;
    },
});
