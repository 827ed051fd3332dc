// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as TicketScreen from "@point_of_sale/../tests/pos/tours/utils/ticket_screen_util";

function start(price, choose = []) {
    return [
        Chrome.clickOrders(),
        TicketScreen.selectFilter("Paid"),
        TicketScreen.selectOrderByPrice(price),
        ...choose,
        TicketScreen.confirmRefund(),
        PaymentScreen.isShown(),
    ].flat();
}

/** All of the ticket of that price. */
export function all(price) {
    return start(price);
}

/** One piece of the only line of that ticket. */
export function one(price) {
    return start(price, [ProductScreen.clickNumpad("1")]);
}

/** That much goes back in cash. */
export function payCash(amount) {
    return [
        PaymentScreen.clickPaymentMethod("Cash"),
        PaymentScreen.selectedPaymentlineHas("Cash", amount),
        PaymentScreen.clickValidate(),
        ReceiptScreen.isShown(),
    ].flat();
}
