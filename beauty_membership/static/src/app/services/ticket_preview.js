// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

/**
 * What a ticket will say it used and left, before the server has spoken.
 * @returns {Array} as the order's `membership_summary`
 */
export function getTicketPreview(order, membership) {
    const rows = new Map();
    for (const line of order.redemptionLines.filter((l) => l.qty > 0)) {
        const key = line.entitlement_id || line.plan_line_uuid;
        const row = rows.get(key) || getEmptyRow(order, line, membership);
        const units = membership.getLineUnits(line);
        row.used += units;
        row.remaining = row.remaining === false ? false : row.remaining - units;
        rows.set(key, row);
    }
    return [...rows.values()];
}

function getEmptyRow(order, line, membership) {
    const session = membership.getSession(order, line.entitlement_id);
    return {
        kind: "use",
        name: session?.name || line.product_id.display_name,
        used: 0,
        remaining: Number.isFinite(session?.remaining) ? session.remaining : false,
        date_expiry: session?.date_expiry || false,
    };
}
