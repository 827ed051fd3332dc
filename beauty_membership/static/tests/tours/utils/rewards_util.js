// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

function item(name) {
    return `.modal .reward-item:has(.reward-name:contains("${name}"))`;
}

export function open() {
    return {
        content: "open the rewards",
        trigger: ".product-screen .control-buttons .open-rewards, .product-screen .open-rewards",
        run: "click",
    };
}

export function openFromCard() {
    return {
        content: "open the rewards from the card",
        trigger: ".beauty-member-card .member-rewards",
        run: "click",
    };
}

export function take(name) {
    return {
        content: `take ${name}`,
        trigger: `${item(name)} .reward-take:enabled`,
        run: "click",
    };
}

export function keep(name) {
    return {
        content: `keep ${name} for later`,
        trigger: `${item(name)} .reward-keep:enabled`,
        run: "click",
    };
}

export function cannotTake(name, missing) {
    return {
        content: `${missing} points are missing for ${name}`,
        trigger: `${item(name)}:has(.reward-take:disabled) .reward-missing:contains("${missing}")`,
    };
}

export function limitIs(name, count) {
    const state = count ? "enabled" : "disabled";
    return {
        content: `${count} of ${name} are to be had`,
        trigger: `${item(name)}:has(.reward-take:${state}) .reward-limit:contains("${count}")`,
    };
}

export function leftAre(points) {
    return {
        content: `${points} points are left`,
        trigger: `.modal .rewards-left:contains("${points} points left")`,
    };
}

export function close() {
    return { content: "done", trigger: ".modal footer .btn-primary", run: "click" };
}

export function ticketEarns(points) {
    return {
        content: `the ticket earns ${points} points`,
        trigger: `.ticket-points .points-earned:contains("Earns ${points} points")`,
    };
}

export function ticketSpends(points, left) {
    return {
        content: `the ticket spends ${points} points and leaves ${left}`,
        trigger: `.ticket-points .points-spent:contains("${points} points"):contains("${left} points left")`,
    };
}

export function isRequested(name) {
    return {
        content: `${name} goes on the card`,
        trigger: `.ticket-points .reward-request:contains("${name}")`,
    };
}
