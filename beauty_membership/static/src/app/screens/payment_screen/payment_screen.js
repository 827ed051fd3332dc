// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { onWillStart } from "@odoo/owl";
import { useBarcodeReader } from "@point_of_sale/app/hooks/barcode_reader_hook";
import { PaymentScreen } from "@point_of_sale/app/screens/payment_screen/payment_screen";
import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";

patch(PaymentScreen.prototype, {
    setup() {
        super.setup(...arguments);
        // The till sets the prepaid tender up by itself: it is no button.
        this.payment_methods_from_config = this.payment_methods_from_config.filter(
            (method) => !method.is_prepaid
        );
        useBarcodeReader({ product: (code) => this.scanGift(code) });
        onWillStart(() => this.pos.membership.reprice(this.currentOrder));
    },
    get storedValue() {
        return this.pos.value.getBalance(this.currentOrder);
    },
    /** What a customer may still pay with what she put in. */
    get offersValue() {
        const { principal, bonus } = this.storedValue;
        const { isRefund, prepaidMethod } = this.currentOrder;
        return !isRefund && Boolean(prepaidMethod) && principal + bonus > 0;
    },
    /** What the code of a gift card opens is no value of the customer's. */
    get valueLabel() {
        return this.currentOrder.gift_code ? _t("Gift card") : _t("Stored value");
    },
    formatMoney(amount) {
        return this.env.utils.formatCurrency(amount);
    },
    /** One tap pays all it may; an amount typed before is what it pays. */
    async payStoredValue() {
        this.numberBuffer.capture();
        const amount = this.takeTypedAmount();
        await this.pos.value.pay(this.currentOrder, amount || true);
        this.numberBuffer.reset();
    },
    get offersGift() {
        const { isRefund, prepaidMethod } = this.currentOrder;
        return !isRefund && Boolean(prepaidMethod) && this.pos.giftCards.isOffered;
    },
    async payGift() {
        this.numberBuffer.capture();
        await this.pos.giftCards.ask(this.currentOrder, this.takeTypedAmount() || true);
        this.numberBuffer.reset();
    },
    async scanGift(code) {
        if (this.offersGift) {
            await this.pos.giftCards.pay(this.currentOrder, code.base_code || code.code);
        }
    },
    /** Digits typed without a chosen tender made a line of the first one: take it over. */
    takeTypedAmount() {
        const typed = this.paymentLines.find((line) => line.uuid === this.typedLineUuid);
        this.typedLineUuid = undefined;
        if (!typed || typed !== this.selectedPaymentLine) {
            return 0;
        }
        const { amount } = typed;
        this.currentOrder.removePaymentline(typed);
        return amount;
    },
    updateSelectedPaymentline(amount = false) {
        if (this.currentOrder.isValueSelected) {
            return this.updateStoredValue(amount);
        }
        const before = this.paymentLines.length;
        super.updateSelectedPaymentline(...arguments);
        if (this.paymentLines.length > before) {
            this.typedLineUuid = this.selectedPaymentLine?.uuid;
        }
    },
    updateStoredValue(amount) {
        const typed = amount === false ? this.numberBuffer.getFloat() || 0 : amount;
        if (typed) {
            return this.pos.value.pay(this.currentOrder, typed);
        }
        this.pos.value.remove(this.currentOrder);
    },
    async addNewPaymentLine() {
        this.typedLineUuid = undefined;
        return super.addNewPaymentLine(...arguments);
    },
});
