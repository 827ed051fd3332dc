// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

const LIST = ".modal .partner-list";

export function search(query) {
    return {
        content: `search ${query}`,
        trigger: ".modal .input-group input",
        run: `edit ${query}`,
    };
}

export function showsMember(name, phone) {
    return {
        content: `${name} is listed with ${phone}`,
        trigger: `${LIST} .partner-info:contains("${name}"):contains("${phone}")`,
    };
}

export function hidesMember(name) {
    return {
        content: `${name} is not listed`,
        trigger: `${LIST}:not(:has(.partner-info:contains("${name}")))`,
    };
}

export function findsNobody() {
    return {
        content: "nobody is listed",
        trigger: `${LIST}:contains("No customers found")`,
    };
}
