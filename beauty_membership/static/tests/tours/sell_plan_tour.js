// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as MemberCard from "./utils/member_card_util";
import * as StaffPopup from "./utils/staff_popup_util";
import * as Ticket from "./utils/ticket_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_sell_plan_at_counter", {
    steps: () =>
        [
            Chrome.startPoS(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.isShownFor("Wang Fang"),
            ProductScreen.clickDisplayedProduct("10 Facials"),
            ProductScreen.clickDisplayedProduct("Serum"),
            Ticket.clickLineSeller("10 Facials"),
            StaffPopup.choose("Mei"),
            Ticket.lineSellerIs("10 Facials", "Mei"),
            ProductScreen.totalAmountIs("1,020.00"),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.clickValidate(),
            ReceiptScreen.isShown(),
            ReceiptScreen.clickNextOrder(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.sessionsLeftAre("Facial", 10),
        ].flat(),
});
