// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

export function choose(name) {
    return {
        content: `choose ${name}`,
        trigger: `.modal .staff-item:contains("${name}")`,
        run: "click",
    };
}
