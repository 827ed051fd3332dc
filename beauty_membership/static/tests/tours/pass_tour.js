// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as Passes from "./utils/card_passes_util";
import { openCardOf } from "./utils/start_util";
import * as Ticket from "./utils/ticket_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_pass_visit_limit", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            Passes.hasDays("Year Pass", 365),
            Passes.use("Year Pass"),
            Ticket.lineTechnicianIs("Facial", "Mei"),
            ProductScreen.orderLineHas("Facial", "1", "1 visit"),
            Passes.cannotUse("Year Pass"),
            Ticket.pay(),
            ReceiptScreen.isShown(),
            Ticket.receiptShowsSession("Facial", "1 visit"),
            ReceiptScreen.clickNextOrder(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            Passes.saysWhyNot("Year Pass", "1 visits a day"),
            Passes.cannotUse("Year Pass"),
            // a pass bought and used on the same ticket
            ProductScreen.clickDisplayedProduct("Massage Pass"),
            Ticket.useOneNow("Massage Pass"),
            ProductScreen.orderLineHas("Massage", "1", "1 visit"),
            ProductScreen.totalAmountIs("900.00"),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.clickValidate(),
            ReceiptScreen.isShown(),
        ].flat(),
});
