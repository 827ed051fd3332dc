// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as GiftCard from "./utils/gift_card_util";
import * as MemberCard from "./utils/member_card_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_gift_card_sold_and_claimed", {
    steps: () =>
        [
            Chrome.startPoS(),
            // nobody's: sold without a customer, with its code on the receipt
            ProductScreen.clickDisplayedProduct("Gift 100"),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.clickValidate(),
            ReceiptScreen.isShown(),
            GiftCard.rememberCode(),
            ReceiptScreen.clickNextOrder(),
            // whoever brings the code gets the value
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.isShownFor("Wang Fang"),
            GiftCard.claim(),
            MemberCard.valueIs("100.00"),
        ].flat(),
});
