// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as NumberPopup from "@point_of_sale/../tests/generic_helpers/number_popup_util";
import * as Dialog from "@point_of_sale/../tests/generic_helpers/dialog_util";
import * as Arrears from "./utils/card_due_util";
import * as MemberCard from "./utils/member_card_util";
import { openCardOf } from "./utils/start_util";
import * as Refund from "./utils/refund_util";
import * as Ticket from "./utils/ticket_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_part_payment_and_collect", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            ProductScreen.clickDisplayedProduct("10 Facials"),
            Ticket.payPartNow("10 Facials"),
            NumberPopup.enterValue("100"),
            Ticket.amountIsRefused("192.00"),
            NumberPopup.enterValue("⌫"),
            NumberPopup.enterValue("⌫"),
            NumberPopup.enterValue("⌫"),
            NumberPopup.enterValue("300"),
            Dialog.confirm(),
            Ticket.lineIsDueLater("10 Facials", "660.00"),
            ProductScreen.totalAmountIs("300.00"),
            // the first session is paid for: it is used at once
            Ticket.useOneNow("10 Facials"),
            Ticket.prepaidIs("96.00"),
            Ticket.toPayIs("300.00"),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.clickValidate(),
            ReceiptScreen.isShown(),
            Ticket.receiptSaysDue("10 Facials", "660.00"),
            ReceiptScreen.clickNextOrder(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.sessionsLeftAre("Facial", 2),
            Arrears.isDue("10 Facials", "660.00"),
            Arrears.collect("10 Facials"),
            ProductScreen.totalAmountIs("660.00"),
            Arrears.collect("10 Facials"),
            NumberPopup.enterValue("200"),
            Dialog.confirm(),
            ProductScreen.totalAmountIs("200.00"),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.clickValidate(),
            ReceiptScreen.isShown(),
            Ticket.receiptSaysStillDue("460.00"),
            ReceiptScreen.clickNextOrder(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            Arrears.isDue("10 Facials", "460.00"),
            MemberCard.sessionsLeftAre("Facial", 4),
        ].flat(),
});

registry.category("web_tour.tours").add("test_refund_of_part_payments_in_two_parts", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            Arrears.collect("10 Facials"),
            ProductScreen.totalAmountIs("660.00"),
            ProductScreen.clickPayButton(),
            Refund.payCash("660.00"),
            ReceiptScreen.clickNextOrder(),
            Refund.all("660.00"),
            Refund.payCash("-660.00"),
            ReceiptScreen.clickNextOrder(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            Arrears.isDue("10 Facials", "660.00"),
            MemberCard.sessionsLeftAre("Facial", 3),
            Refund.all("300.00"),
            Refund.payCash("-300.00"),
            ReceiptScreen.clickNextOrder(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.hasNone("Facial"),
        ].flat(),
});
