// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as MemberCard from "./utils/member_card_util";
import * as Ticket from "./utils/ticket_util";
import { registry } from "@web/core/registry";

function newTicketFor(name) {
    return [
        Chrome.createFloatingOrder(),
        ProductScreen.clickPartnerButton(),
        ProductScreen.clickCustomer(name),
        MemberCard.isShownFor(name),
    ].flat();
}

/** Six tickets, Wang Fang on two of them: two sessions are left, one on each. */
registry.category("web_tour.tours").add("test_parked_tickets_stay_right", {
    steps: () =>
        [
            Chrome.startPoS(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.use("Facial"),
            Ticket.prepaidIs("96.00"),
            ["Li Na", "Acme", "Li Na", "Acme"].flatMap((name) => newTicketFor(name)),
            newTicketFor("Wang Fang"),
            MemberCard.sessionsElsewhereAre("Facial", 1),
            MemberCard.sessionsLeftAre("Facial", 1),
            MemberCard.use("Facial"),
            MemberCard.sessionsLeftAre("Facial", 0),
            MemberCard.cannotUse("Facial"),
            Ticket.pay(),
            ReceiptScreen.isShown(),
            ReceiptScreen.clickNextOrder(),
            ProductScreen.selectFloatingOrder(0),
            MemberCard.isShownFor("Wang Fang"),
            MemberCard.sessionsOnTicketAre("Facial", 1),
            Ticket.pay(),
            ReceiptScreen.isShown(),
            Ticket.receiptShowsUse("Facial", 0),
        ].flat(),
});
