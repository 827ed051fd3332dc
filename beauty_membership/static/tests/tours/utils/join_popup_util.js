// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

const POPUP = ".modal .beauty-join";

/** From the customer list: what was typed there is taken over. */
export function openFromList() {
    return {
        content: "a new member, from the customer list",
        trigger: ".modal .partner-join",
        run: "click",
    };
}

export function openFromPanel() {
    return {
        content: "a new member, beside the ticket",
        trigger: ".beauty-member-panel .panel-join",
        run: "click",
    };
}

export function phoneIs(phone) {
    return {
        content: `the phone ${phone} was typed before`,
        trigger: `${POPUP} .join-phone:value(${phone})`,
    };
}

export function enterName(name) {
    return { content: `she is ${name}`, trigger: `${POPUP} .join-name`, run: `edit ${name}` };
}

export function enterPhone(phone) {
    return {
        content: `her phone: ${phone}`,
        trigger: `${POPUP} .join-phone`,
        run: `edit ${phone}`,
    };
}

export function scanCard(number) {
    return {
        content: `her card: ${number}`,
        trigger: `${POPUP} .join-number`,
        run: `edit ${number} && press Enter`,
    };
}

export function confirm() {
    return { content: "join", trigger: ".modal .join-confirm:enabled", run: "click" };
}

export function confirmByKey() {
    return { content: "join by Enter", trigger: `${POPUP} .join-name`, run: "press Enter" };
}

export function warns(words) {
    return {
        content: `warned: ${words}`,
        trigger: `${POPUP} .join-warnings:contains("${words}")`,
    };
}

export function refuses(words) {
    return {
        content: `refused: ${words}`,
        trigger: `${POPUP} .join-message:contains("${words}")`,
    };
}

export function useKnown(name) {
    return {
        content: `she is ${name} already`,
        trigger: `${POPUP} .join-known-row:contains("${name}") .join-use`,
        run: "click",
    };
}
