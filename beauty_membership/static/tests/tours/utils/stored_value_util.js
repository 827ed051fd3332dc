// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Dialog from "@point_of_sale/../tests/generic_helpers/dialog_util";
import * as TextInputPopup from "@point_of_sale/../tests/generic_helpers/text_input_popup_util";

const ROW = ".payment-screen .paymentline.prepaid-value";

/** The button on the payment screen, with what the member has. */
export function isOffered(principal, bonus) {
    return {
        content: `${principal} and ${bonus} of stored value are offered`,
        trigger: `.payment-screen .pay-stored-value:contains("${principal}"):contains("${bonus}")`,
    };
}

export function pay() {
    return {
        content: "pay with stored value",
        trigger: ".payment-screen .pay-stored-value",
        run: "click",
    };
}

export function isPaid(principal, bonus) {
    return {
        content: `stored value pays ${principal} and ${bonus}`,
        trigger: `${ROW}:has(.value-principal:contains("${principal}")):has(.value-bonus:contains("${bonus}"))`,
    };
}

export function remove() {
    return { content: "take stored value off", trigger: `${ROW} .value-remove`, run: "click" };
}

export function isNotUsed() {
    return {
        content: "stored value pays nothing",
        trigger: ".payment-screen:not(:has(.paymentline.prepaid-value))",
    };
}

export function comesBack(principal, bonus) {
    return {
        content: `${principal} and ${bonus} come back to the card`,
        trigger: `${ROW}:not(:has(.value-remove)):has(.value-principal:contains("${principal}")):has(.value-bonus:contains("${bonus}"))`,
    };
}

export function payWithGift(code) {
    return [
        {
            content: "pay with a gift card",
            trigger: ".payment-screen .pay-gift-card",
            run: "click",
        },
        TextInputPopup.inputText(code),
        Dialog.confirm(),
    ].flat();
}

export function giftPays(amount) {
    return {
        content: `the gift card pays ${amount}`,
        trigger: `${ROW}:contains("Gift card"):has(.value-bonus:contains("${amount}"), .value-principal:contains("${amount}"))`,
    };
}

// ---- Recharge ----

export function rechargeGives(text) {
    return {
        content: `the ladder offers ${text}`,
        trigger: `.modal .recharge-step:contains("${text}")`,
    };
}

export function rechargeBy(text) {
    return { ...rechargeGives(text), content: `recharge ${text}`, run: "click" };
}

export function rechargeHintIs(text) {
    return {
        content: `what is typed gives ${text}`,
        trigger: `.modal .recharge-hint:contains("${text}")`,
    };
}

export function lineSays(product, text) {
    return {
        content: `the line of ${product} says ${text}`,
        trigger: `.product-screen .orderline:contains("${product}") .beauty-line-share:contains("${text}")`,
    };
}

// ---- Card and receipt ----

export function cardShows(principal, bonus) {
    return {
        content: `the card shows ${principal} and ${bonus}`,
        trigger: `.beauty-member-card .member-value:contains("${principal}"):contains("${bonus}")`,
    };
}

export function receiptShows(...texts) {
    const contains = texts.map((text) => `:contains("${text}")`).join("");
    return {
        content: `the receipt shows ${texts.join(", ")}`,
        trigger: `.receipt-screen .beauty-receipt-summary .summary-item${contains}`,
    };
}
