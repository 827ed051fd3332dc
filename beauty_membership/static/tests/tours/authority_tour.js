// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as Dialog from "@point_of_sale/../tests/generic_helpers/dialog_util";
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as Approval from "./utils/approval_util";
import * as Line from "./utils/connection_util";
import { openCardOf } from "./utils/start_util";
import * as Ticket from "./utils/ticket_util";
import { registry } from "@web/core/registry";

function sellOnDiscount(percent, total) {
    return [
        Chrome.startPoS(),
        ProductScreen.clickDisplayedProduct("Serum"),
        ProductScreen.clickNumpad("%", ...percent),
        ProductScreen.totalAmountIs(total),
    ].flat();
}

function payCash(amount) {
    return [
        PaymentScreen.clickPaymentMethod("Cash"),
        PaymentScreen.selectedPaymentlineHas("Cash", amount),
        PaymentScreen.clickValidate(),
    ].flat();
}

registry.category("web_tour.tours").add("test_discount_needs_manager", {
    steps: () =>
        [
            sellOnDiscount("50", "30.00"),
            ProductScreen.clickPayButton(false),
            Approval.asks("30.00"),
            Approval.cannotApprove(),
            Approval.chooseReason("Complaint"),
            Approval.enterPin("9999"),
            Approval.approve(),
            Approval.saysWrongPin(),
            Approval.enterPin("1234"),
            Approval.approve(),
            payCash("30.00"),
            ReceiptScreen.isShown(),
            ReceiptScreen.clickNextOrder(),
            Chrome.isSynced(),
        ].flat(),
});

registry.category("web_tour.tours").add("test_small_discount_needs_nobody", {
    steps: () =>
        [
            sellOnDiscount("5", "57.00"),
            ProductScreen.clickPayButton(),
            payCash("57.00"),
            ReceiptScreen.isShown(),
        ].flat(),
});

registry.category("web_tour.tours").add("test_total_is_rounded_down", {
    steps: () =>
        [
            sellOnDiscount("1", "59.40"),
            Approval.roundDown("50.00"),
            ProductScreen.clickPayButton(),
            payCash("50.00"),
            ReceiptScreen.isShown(),
        ].flat(),
});

registry.category("web_tour.tours").add("test_discount_without_connection_is_listed", {
    steps: () =>
        [
            sellOnDiscount("50", "30.00"),
            Line.drops(),
            ProductScreen.clickPayButton(false),
            Approval.chooseReason("Promotion"),
            Approval.sellAnyway(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.clickValidate(),
            Dialog.confirm("Continue with limited functionality"),
            ReceiptScreen.isShown(),
            Line.comesBack(),
            ReceiptScreen.clickNextOrder(),
            Chrome.isSynced(),
        ].flat(),
});

registry.category("web_tour.tours").add("test_manager_answers_from_afar", {
    steps: () =>
        [
            sellOnDiscount("50", "30.00"),
            ProductScreen.clickPayButton(false),
            Approval.chooseReason("Birthday"),
            Approval.askFromAfar(),
            Approval.isAnswered(),
            payCash("30.00"),
            ReceiptScreen.isShown(),
        ].flat(),
});

registry.category("web_tour.tours").add("test_extra_bonus_needs_manager", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            ProductScreen.clickDisplayedProduct("Recharge"),
            Ticket.giveExtraBonus("Recharge", "50"),
            ProductScreen.clickPayButton(false),
            Approval.asks("50.00"),
            Approval.chooseReason("Loyal member"),
            Approval.enterPin("1234"),
            Approval.approve(),
            payCash("1,000.00"),
            ReceiptScreen.isShown(),
        ].flat(),
});
