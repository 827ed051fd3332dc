// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Dialog from "@point_of_sale/../tests/generic_helpers/dialog_util";
import * as NumberPopup from "@point_of_sale/../tests/generic_helpers/number_popup_util";

function line(product) {
    return `.product-screen .orderline:has(.product-name:contains("${product}"))`;
}

export function lineTechnicianIs(product, name) {
    return {
        content: `${name} performs ${product}`,
        trigger: `${line(product)} .line-technician:contains("${name}")`,
    };
}

export function lineSellerIs(product, name) {
    return {
        content: `${name} sells ${product}`,
        trigger: `${line(product)} .line-seller:contains("${name}")`,
    };
}

export function clickLineSeller(product) {
    return {
        content: `choose who sells ${product}`,
        trigger: `${line(product)} .line-seller`,
        run: "click",
    };
}

export function clickForWhom(product) {
    return {
        content: `choose for whom ${product} is`,
        trigger: `${line(product)} .line-beneficiary`,
        run: "click",
    };
}

export function lineIsFor(product, name) {
    return {
        content: `${product} is for ${name}`,
        trigger: `${line(product)} .line-beneficiary:contains("${name}")`,
    };
}

export function useOneNow(product) {
    return {
        content: `use the first session of ${product} now`,
        trigger: `${line(product)} .line-use-now`,
        run: "click",
    };
}

export function cannotUseNow(product) {
    return {
        content: `nothing of ${product} is left to use now`,
        trigger: `${line(product)}:not(:has(.line-use-now))`,
    };
}

export function prepaidIs(amount) {
    return {
        content: `the prepaid tender covers ${amount}`,
        trigger: `.ticket-prepaid .prepaid-amount:contains("${amount}")`,
    };
}

export function toPayIs(amount) {
    return {
        content: `${amount} is left to pay`,
        trigger: `.ticket-prepaid .prepaid-rest:contains("${amount}")`,
    };
}

/** The second action: a covered ticket is validated at once. */
export function pay() {
    return {
        content: "pay",
        trigger: ".product-screen .pay-order-button",
        run: "click",
    };
}

export function receiptShowsUse(name, left) {
    return {
        content: `the receipt shows ${name} used and ${left} left`,
        trigger: `.receipt-screen .summary-item:contains("${name}"):contains("${left} left")`,
    };
}

/** Goods are counted in pieces. */
export function receiptShowsPieces(name, left) {
    return {
        content: `the receipt shows ${name} handed out and ${left} left`,
        trigger: `.receipt-screen .summary-item:contains("${name}"):contains("handed out"):contains("${left} pieces left")`,
    };
}

export function receiptShowsSession(name, price) {
    return {
        content: `the receipt shows ${price} of ${name}`,
        trigger: `.receipt-screen .orderline:contains("${name}") .price:contains("${price}")`,
    };
}

export function clickTip() {
    return { content: "give a tip", trigger: ".ticket-prepaid .ticket-tip", run: "click" };
}

export function payPartNow(product) {
    return {
        content: `pay part of ${product} now`,
        trigger: `${line(product)} .line-part-payment`,
        run: "click",
    };
}

/** The number pad says what is allowed, and waits. */
export function amountIsRefused(words) {
    return {
        content: `not enough: ${words}`,
        trigger: `.modal:contains("${words}") .modal-footer .btn-primary:disabled`,
    };
}

export function lineIsDueLater(product, amount) {
    return {
        content: `${amount} of ${product} is due later`,
        trigger: `${line(product)} .line-part-payment:contains("${amount} due later")`,
    };
}

export function receiptSaysDue(product, amount) {
    return {
        content: `the receipt says that ${amount} of ${product} is due later`,
        trigger: `.receipt-screen .orderline:contains("${product}") .beauty-line-notes:contains("${amount} due later")`,
    };
}

export function receiptSaysStillDue(amount) {
    return {
        content: `the receipt says that ${amount} is still due`,
        trigger: `.receipt-screen .summary-due:contains("${amount}")`,
    };
}

export function lineIsFromCardOf(product, name) {
    return {
        content: `${product} is taken from the card of ${name}`,
        trigger: `${line(product)} .line-owner:contains("${name}")`,
    };
}

export function receiptShowsTier(name) {
    return {
        content: `the receipt shows the new tier ${name}`,
        trigger: `.receipt-screen .summary-item:contains("${name}"):contains("new tier")`,
    };
}

/** Stored value on top of what a recharge gives. */
export function giveExtraBonus(product, amount) {
    return [
        {
            content: `an extra bonus with ${product}`,
            trigger: `${line(product)} .line-extra-bonus`,
            run: "click",
        },
        NumberPopup.enterValue(amount),
        Dialog.confirm(),
        {
            content: `${amount} extra`,
            trigger: `${line(product)} .line-extra-bonus:contains("${amount}")`,
        },
    ].flat();
}
