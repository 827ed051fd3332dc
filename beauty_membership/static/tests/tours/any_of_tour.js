// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as MemberCard from "./utils/member_card_util";
import { openCardOf } from "./utils/start_util";
import * as Ticket from "./utils/ticket_util";
import { registry } from "@web/core/registry";

const ANY = "10 of Any";

registry.category("web_tour.tours").add("test_any_of_card", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            MemberCard.sessionsLeftAre(ANY, 10),
            MemberCard.use(ANY),
            MemberCard.chooseService("Massage", 2),
            MemberCard.sessionsLeftAre(ANY, 8),
            MemberCard.sessionsOnTicketAre(ANY, 2),
            Ticket.prepaidIs("192.00"),
            MemberCard.use(ANY),
            MemberCard.chooseService("Facial", 1),
            MemberCard.sessionsLeftAre(ANY, 7),
            Ticket.prepaidIs("288.00"),
            Ticket.pay(),
            ReceiptScreen.isShown(),
            Ticket.receiptShowsUse("Massage", 7),
            ReceiptScreen.clickNextOrder(),
            // another one, bought and used on the same ticket
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            ProductScreen.clickDisplayedProduct("3 of Any"),
            Ticket.useOneNow("3 of Any"),
            MemberCard.chooseService("Massage", 2),
            Ticket.prepaidIs("66.66"),
            Ticket.useOneNow("3 of Any"),
            Ticket.prepaidIs("100.00"),
            Ticket.cannotUseNow("3 of Any"),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.clickValidate(),
            ReceiptScreen.isShown(),
        ].flat(),
});
