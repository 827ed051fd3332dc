// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";

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
    return [...rows.values(), ...getMoneyRows(order, membership.pos)];
}

/** Stored value and points: what the ticket takes, and what it leaves. */
function getMoneyRows(order, pos) {
    const rows = [];
    if (order.movesValue && !order.isRefund) {
        const { principal, bonus } = pos.value.getLeft(order);
        rows.push({
            kind: "value",
            name: order.gift_code ? _t("Gift card") : _t("Stored value"),
            principal: order.valueTender,
            bonus: order.valueBonus,
            principal_left: principal,
            bonus_left: bonus,
        });
    }
    const points = order.isRefund ? 0 : pos.points.getSpent(order);
    if (points) {
        const remaining = pos.points.getLeft(order);
        rows.push({ kind: "spend", name: _t("Points spent"), points, remaining });
    }
    return rows;
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
