// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

/**
 * What a ticket will say it used and left, before the server has spoken.
 * @returns {Array} as the order's `membership_summary`
 */
export function getTicketPreview(order, membership) {
    const summary = {};
    for (const line of order.redemptionLines.filter((l) => l.qty > 0)) {
        const session = membership.getSession(order, line.entitlement_id);
        const key = line.entitlement_id || line.plan_line_uuid;
        summary[key] ??= {
            kind: "use",
            name: session?.name || line.product_id.display_name,
            used: 0,
            remaining: session ? session.remaining : false,
            date_expiry: session?.date_expiry || false,
        };
        summary[key].used += line.qty;
        summary[key].remaining &&= summary[key].remaining - line.qty;
    }
    return Object.values(summary);
}
