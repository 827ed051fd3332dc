// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as Notification from "@point_of_sale/../tests/generic_helpers/notification_util";
import * as Tier from "./utils/card_tier_util";
import { openCardOf } from "./utils/start_util";
import * as Ticket from "./utils/ticket_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_ticket_earns_tier", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            Tier.progressSays("Platinum"),
            ProductScreen.clickDisplayedProduct("10 Facials"),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.clickValidate(),
            Notification.has("Wang Fang is now Platinum"),
            ReceiptScreen.isShown(),
            Ticket.receiptShowsTier("Platinum"),
            ReceiptScreen.clickNextOrder(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            Tier.tierIs("Platinum"),
            Tier.notesSay("Tea before the treatment"),
        ].flat(),
});
