// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as Numpad from "@point_of_sale/../tests/generic_helpers/numpad_util";
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as TicketScreen from "@point_of_sale/../tests/pos/tours/utils/ticket_screen_util";
import * as MemberCard from "./utils/member_card_util";
import { openCardOf } from "./utils/start_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_upgrade_pays_the_difference", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            MemberCard.sessionsLeftAre("Facial", 9),
            MemberCard.upgrade("10 Facials: $ 864.00 left", "20 Facials: $ 936.00 to pay"),
            ProductScreen.totalAmountIs("936.00"),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.clickValidate(),
            ReceiptScreen.isShown(),
            {
                content: "the receipt says what was left",
                trigger: '.pos-receipt:contains("Left of")',
            },
            ReceiptScreen.clickNextOrder(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.sessionsLeftAre("Facial", 20),
        ].flat(),
});

registry.category("web_tour.tours").add("test_upgrade_is_returned_with_its_rest", {
    steps: () =>
        [
            Chrome.startPoS(),
            Chrome.clickOrders(),
            TicketScreen.selectFilter("Paid"),
            TicketScreen.selectOrderByPrice("936.00"),
            {
                content: "the plan comes back",
                trigger: '.ticket-screen .orderline:contains("20 Facials")',
                run: "click",
            },
            Numpad.click("1"),
            TicketScreen.confirmRefund(),
            PaymentScreen.isShown(),
            PaymentScreen.totalIs("-936.00"),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.clickValidate(),
            ReceiptScreen.isShown(),
            ReceiptScreen.clickNextOrder(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.sessionsLeftAre("Facial", 9),
        ].flat(),
});
