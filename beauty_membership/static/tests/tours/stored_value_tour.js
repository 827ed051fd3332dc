// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as NumberPopup from "@point_of_sale/../tests/generic_helpers/number_popup_util";
import * as Refund from "./utils/refund_util";
import * as StoredValue from "./utils/stored_value_util";
import { registry } from "@web/core/registry";

function startFor(name) {
    return [
        Chrome.startPoS(),
        ProductScreen.clickPartnerButton(),
        ProductScreen.clickCustomer(name),
    ].flat();
}

function validate() {
    return [PaymentScreen.clickValidate(), ReceiptScreen.isShown()].flat();
}

registry.category("web_tour.tours").add("test_recharge_and_spend", {
    steps: () =>
        [
            startFor("Wang Fang"),
            ProductScreen.clickDisplayedProduct("Recharge"),
            StoredValue.rechargeGives("500.00 + $ 50.00"),
            NumberPopup.enterValue("7"),
            StoredValue.rechargeHintIs("50.00 or more"),
            StoredValue.rechargeBy("1,000.00 + $ 150.00"),
            StoredValue.lineSays("Recharge", "1,000.00 + $ 150.00"),
            ProductScreen.totalAmountIs("1,000.00"),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickPaymentMethod("Cash"),
            validate(),
            ReceiptScreen.clickNextOrder(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            StoredValue.cardShows("1,000.00", "150.00"),
            ProductScreen.clickDisplayedProduct("Serum"),
            ProductScreen.clickDisplayedProduct("Facial"),
            ProductScreen.totalAmountIs("180.00"),
            ProductScreen.clickPayButton(),
            StoredValue.isOffered("1,000.00", "150.00"),
            StoredValue.pay(),
            StoredValue.isPaid("156.52", "23.48"),
            StoredValue.remove(),
            StoredValue.isNotUsed(),
            PaymentScreen.totalIs("180.00"),
            StoredValue.pay(),
            StoredValue.isPaid("156.52", "23.48"),
            validate(),
            StoredValue.receiptShows("Stored value", "156.52", "23.48", "843.48", "126.52"),
        ].flat(),
});

registry.category("web_tour.tours").add("test_spend_part_value_and_cash", {
    steps: () =>
        [
            startFor("Wang Fang"),
            ProductScreen.clickDisplayedProduct("Serum"),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickNumpad("2 3"),
            StoredValue.pay(),
            StoredValue.isPaid("20.00", "3.00"),
            PaymentScreen.remainingIs("37.00"),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.selectedPaymentlineHas("Cash", "37.00"),
            validate(),
            StoredValue.receiptShows("Stored value", "20.00", "3.00"),
        ].flat(),
});

registry.category("web_tour.tours").add("test_value_with_tax_on_top", {
    steps: () =>
        [
            startFor("Wang Fang"),
            ProductScreen.clickDisplayedProduct("Serum"),
            ProductScreen.clickDisplayedProduct("Facial"),
            ProductScreen.totalAmountIs("184.02"),
            ProductScreen.clickPayButton(),
            StoredValue.pay(),
            PaymentScreen.remainingIs("0.0"),
            validate(),
            StoredValue.receiptShows("Stored value"),
        ].flat(),
});

registry.category("web_tour.tours").add("test_value_is_shared_by_parked_tickets", {
    steps: () =>
        [
            startFor("Wang Fang"),
            ProductScreen.clickDisplayedProduct("Serum"),
            ProductScreen.clickPayButton(),
            StoredValue.pay(),
            PaymentScreen.clickBackToProductScreen(),
            Chrome.createFloatingOrder(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            ProductScreen.clickDisplayedProduct("Facial"),
            ProductScreen.clickPayButton(),
            StoredValue.isOffered("40.00", "$"),
            StoredValue.pay(),
            PaymentScreen.remainingIs("80.00"),
            PaymentScreen.clickPaymentMethod("Cash"),
            validate(),
        ].flat(),
});

registry.category("web_tour.tours").add("test_refund_mixed_ticket_in_two_parts", {
    steps: () =>
        [
            startFor("Wang Fang"),
            ProductScreen.clickDisplayedProduct("Serum"),
            ProductScreen.clickDisplayedProduct("Serum"),
            ProductScreen.clickPayButton(),
            PaymentScreen.clickNumpad("2 3"),
            StoredValue.pay(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.selectedPaymentlineHas("Cash", "97.00"),
            validate(),
            Refund.one("117.00"),
            StoredValue.comesBack("10.00", "1.50"),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.selectedPaymentlineHas("Cash", "-48.50"),
            validate(),
            Refund.one("117.00"),
            StoredValue.comesBack("10.00", "1.50"),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.selectedPaymentlineHas("Cash", "-48.50"),
            validate(),
            StoredValue.receiptShows("Stored value", "1,000.00", "150.00"),
        ].flat(),
});

registry.category("web_tour.tours").add("test_gift_card_pays_without_customer", {
    steps: () =>
        [
            Chrome.startPoS(),
            ProductScreen.clickDisplayedProduct("Serum"),
            ProductScreen.clickPayButton(),
            StoredValue.payWithGift("GGGG-hhhh-JJJJ-KKKK"),
            StoredValue.giftPays("60.00"),
            PaymentScreen.remainingIs("0.0"),
            validate(),
            StoredValue.receiptShows("40.00"),
        ].flat(),
});
