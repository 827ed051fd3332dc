// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as NumberPopup from "@point_of_sale/../tests/generic_helpers/number_popup_util";
import * as Dialog from "@point_of_sale/../tests/generic_helpers/dialog_util";
import * as MemberCard from "./utils/member_card_util";
import * as PrepaidTender from "./utils/prepaid_tender_util";
import * as StaffPopup from "./utils/staff_popup_util";
import * as Ticket from "./utils/ticket_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_mixed_ticket_at_counter", {
    steps: () =>
        [
            Chrome.startPoS(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.isShownFor("Wang Fang"),
            ProductScreen.clickDisplayedProduct("Serum"),
            ProductScreen.clickDisplayedProduct("10 Facials"),
            Ticket.useOneNow("10 Facials"),
            StaffPopup.choose("Lan"),
            Ticket.lineTechnicianIs("Facial", "Lan"),
            Ticket.prepaidIs("96.00"),
            MemberCard.use("Massage"),
            StaffPopup.choose("Mei"),
            Ticket.prepaidIs("176.00"),
            Ticket.toPayIs("1,020.00"),
            ProductScreen.clickPayButton(),
            PrepaidTender.isPaid("176.00"),
            PrepaidTender.isNoButton(),
            PaymentScreen.clickTipButton(),
            NumberPopup.enterValue("5"),
            Dialog.confirm(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.selectedPaymentlineHas("Cash", "1,025.00"),
            PaymentScreen.clickValidate(),
            ReceiptScreen.isShown(),
            Ticket.receiptShowsUse("Massage", 4),
            Ticket.receiptShowsUse("Facial", 9),
        ].flat(),
});
