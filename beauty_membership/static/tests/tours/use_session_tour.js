// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as PartnerList from "@point_of_sale/../tests/pos/tours/utils/partner_list_util";
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as Dialog from "@point_of_sale/../tests/generic_helpers/dialog_util";
import * as NumberPopup from "@point_of_sale/../tests/generic_helpers/number_popup_util";
import * as MemberCard from "./utils/member_card_util";
import * as Ticket from "./utils/ticket_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_use_session_in_two_actions", {
    steps: () =>
        [
            Chrome.startPoS(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.isShownFor("Wang Fang"),
            MemberCard.sessionsLeftAre("Facial", 10),
            MemberCard.use("Facial"),
            Ticket.lineTechnicianIs("Facial", "Mei"),
            MemberCard.sessionsLeftAre("Facial", 9),
            MemberCard.sessionsOnTicketAre("Facial", 1),
            Ticket.prepaidIs("96.00"),
            Ticket.toPayIs("0.00"),
            Ticket.pay(),
            ReceiptScreen.isShown(),
            Ticket.receiptShowsUse("Facial", 9),
            ReceiptScreen.clickNextOrder(),
        ].flat(),
});

registry.category("web_tour.tours").add("test_use_with_tax_on_top", {
    steps: () =>
        [
            Chrome.startPoS(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.use("Facial"),
            Ticket.prepaidIs("83.33"),
            ProductScreen.clickDisplayedProduct("12 Facials"),
            Ticket.useOneNow("12 Facials"),
            Ticket.prepaidIs("166.66"),
            Ticket.toPayIs("1,000.00"),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.clickValidate(),
            ReceiptScreen.isShown(),
        ].flat(),
});

registry.category("web_tour.tours").add("test_use_taxed_at_sale", {
    steps: () =>
        [
            Chrome.startPoS(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.use("Facial"),
            ProductScreen.orderLineHas("Facial", "1", "1 session"),
            Ticket.prepaidIs("80.00"),
            Ticket.pay(),
            ReceiptScreen.isShown(),
            Ticket.receiptShowsSession("Facial", "1 session"),
        ].flat(),
});

registry.category("web_tour.tours").add("test_use_for_somebody_else_with_tip", {
    steps: () =>
        [
            Chrome.startPoS(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.use("Facial"),
            Ticket.clickForWhom("Facial"),
            PartnerList.clickPartner("Li Na"),
            Ticket.lineIsFor("Facial", "Li Na"),
            Ticket.clickTip(),
            NumberPopup.enterValue("5"),
            Dialog.confirm(),
            Ticket.toPayIs("5.00"),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.clickValidate(),
            ReceiptScreen.isShown(),
        ].flat(),
});
