// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as PartnerList from "@point_of_sale/../tests/pos/tours/utils/partner_list_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as CardTabs from "./utils/card_tabs_util";
import * as MemberCard from "./utils/member_card_util";
import { openCardOf } from "./utils/start_util";
import * as Ticket from "./utils/ticket_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_shared_sessions_two_payers", {
    steps: () =>
        [
            openCardOf("Li Na"),
            // what Wang Fang shares is on the card of Li Na
            MemberCard.isOwnedBy("Facial", "Wang Fang"),
            MemberCard.use("Facial"),
            Ticket.lineIsFromCardOf("Facial", "Wang Fang"),
            Ticket.prepaidIs("96.00"),
            // Wang Fang came along, and uses her own
            CardTabs.clickAddCard(),
            PartnerList.clickPartner("Wang Fang"),
            MemberCard.isShownFor("Wang Fang"),
            MemberCard.use("Massage"),
            Ticket.lineIsFromCardOf("Massage", "Wang Fang"),
            Ticket.lineIsFor("Massage", "Wang Fang"),
            CardTabs.cannotTakeCardOff("Wang Fang"),
            Ticket.prepaidIs("176.00"),
            CardTabs.showCardOf("Li Na"),
            MemberCard.sessionsLeftAre("Facial", 9),
            Ticket.pay(),
            ReceiptScreen.isShown(),
            Ticket.receiptShowsUse("Massage", 4),
            ReceiptScreen.clickNextOrder(),
            // a guest: once, with the member at the till
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.use("Massage"),
            Ticket.clickForWhom("Massage"),
            PartnerList.clickPartner("Acme"),
            Ticket.pay(),
            ReceiptScreen.isShown(),
            Ticket.receiptShowsUse("Massage", 3),
        ].flat(),
});
