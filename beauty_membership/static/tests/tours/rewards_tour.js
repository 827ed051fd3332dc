// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as Refund from "./utils/refund_util";
import * as Rewards from "./utils/rewards_util";
import * as Ticket from "./utils/ticket_util";
import * as StoredValue from "./utils/stored_value_util";
import { registry } from "@web/core/registry";

function startFor(name) {
    return [
        Chrome.startPoS(),
        ProductScreen.clickPartnerButton(),
        ProductScreen.clickCustomer(name),
    ].flat();
}

registry.category("web_tour.tours").add("test_points_money_off", {
    steps: () =>
        [
            startFor("Wang Fang"),
            ProductScreen.clickDisplayedProduct("Serum"),
            Rewards.ticketEarns(60),
            Rewards.open(),
            Rewards.leftAre(500),
            Rewards.cannotTake("Big gift", 500),
            Rewards.limitIs("Ten off", 2),
            Rewards.take("Ten off"),
            Rewards.limitIs("Ten off", 1),
            Rewards.take("Ten off"),
            Rewards.limitIs("Ten off", 0),
            Rewards.leftAre(300),
            Rewards.close(),
            StoredValue.lineSays("Serum", "Points"),
            ProductScreen.totalAmountIs("40.00"),
            Rewards.ticketSpends(200, 300),
            Rewards.ticketEarns(40),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.selectedPaymentlineHas("Cash", "40.00"),
            PaymentScreen.clickValidate(),
            ReceiptScreen.isShown(),
            StoredValue.receiptShows("Points earned", "40", "340 points left"),
            StoredValue.receiptShows("Points spent", "200"),
        ].flat(),
});

registry.category("web_tour.tours").add("test_reward_product", {
    steps: () =>
        [
            startFor("Wang Fang"),
            ProductScreen.clickDisplayedProduct("Massage"),
            Rewards.openFromCard(),
            Rewards.take("A serum"),
            Rewards.keep("A facial"),
            Rewards.take("Twenty on the card"),
            Rewards.leftAre(50),
            Rewards.close(),
            ProductScreen.totalAmountIs("90.00"),
            Rewards.isRequested("A facial"),
            Rewards.isRequested("Twenty on the card"),
            Rewards.ticketSpends(450, 50),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.selectedPaymentlineHas("Cash", "90.00"),
            PaymentScreen.clickValidate(),
            ReceiptScreen.isShown(),
            StoredValue.receiptShows("Points spent", "450"),
        ].flat(),
});

registry.category("web_tour.tours").add("test_reward_without_purchase", {
    steps: () =>
        [
            startFor("Wang Fang"),
            Rewards.open(),
            Rewards.take("Twenty on the card"),
            Rewards.close(),
            Rewards.isRequested("Twenty on the card"),
            Ticket.pay(),
            ReceiptScreen.isShown(),
            StoredValue.receiptShows("Points spent", "100", "400 points left"),
        ].flat(),
});

registry.category("web_tour.tours").add("test_refund_of_points_in_two_parts", {
    steps: () =>
        [
            startFor("Wang Fang"),
            ProductScreen.clickDisplayedProduct("Serum"),
            ProductScreen.clickDisplayedProduct("Serum"),
            Rewards.open(),
            Rewards.take("Ten off"),
            Rewards.take("Ten off"),
            Rewards.close(),
            ProductScreen.totalAmountIs("100.00"),
            ProductScreen.clickPayButton(),
            Refund.payCash("100.00"),
            StoredValue.receiptShows("Points earned", "+100 points", "400 points left"),
            Refund.one("100.00"),
            Refund.payCash("-50.00"),
            StoredValue.receiptShows("Points spent", "100 points back"),
            StoredValue.receiptShows("Points earned", "-50 points", "450 points left"),
            Refund.one("100.00"),
            Refund.payCash("-50.00"),
            StoredValue.receiptShows("Points earned", "-50 points", "500 points left"),
        ].flat(),
});
