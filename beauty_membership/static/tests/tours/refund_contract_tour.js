// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Order from "@point_of_sale/../tests/generic_helpers/order_widget_util";
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as Dialog from "@point_of_sale/../tests/generic_helpers/dialog_util";
import * as RefundPopup from "./utils/refund_popup_util";
import { openCardOf } from "./utils/start_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_refund_contract_in_cash", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            RefundPopup.open(),
            RefundPopup.rowIs("Paid", "960.00"),
            RefundPopup.rowIs("1 × Facial used", "-120.00"),
            RefundPopup.chooseCause("The Salon"),
            RefundPopup.rowIs("1 × Facial used", "-96.00"),
            RefundPopup.chooseCause("The Member"),
            RefundPopup.cannotConfirm(),
            RefundPopup.chooseReason("Moves away"),
            RefundPopup.enterPin("9999"),
            RefundPopup.confirm(),
            RefundPopup.saysWrongPin(),
            RefundPopup.enterPin("1234"),
            RefundPopup.confirm(),
            Order.hasTotal("-840.00"),
            RefundPopup.partIs("Services performed: Facial", "24.00"),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.clickValidate(),
            ReceiptScreen.isShown(),
            {
                content: "the receipt says how it was worked out",
                trigger: '.receipt-screen .summary-refund:contains("1 × Facial used")',
            },
        ].flat(),
});

registry.category("web_tour.tours").add("test_refund_contract_by_bank", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            RefundPopup.open(),
            RefundPopup.chooseCause("The Salon"),
            RefundPopup.chooseTender("Bank"),
            RefundPopup.chooseReason("We cannot serve her"),
            RefundPopup.enterPin("1234"),
            RefundPopup.confirm(),
            RefundPopup.isNoted("864.00"),
            Dialog.confirm(),
        ].flat(),
});
