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
        const units = line.isVisit ? line.qty : membership.getLineUnits(line);
        row.used += units;
        // a visit takes no days
        if (row.remaining !== false && !line.isVisit) {
            row.remaining -= units;
        }
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
    const earned = pos.points.getEarned(order);
    if (points) {
        rows.push({ kind: "spend", name: _t("Points spent"), points, unit: "points" });
    }
    if (earned) {
        rows.push({ kind: "earn", name: _t("Points earned"), points: earned, unit: "points" });
    }
    if (points || earned) {
        rows.at(-1).remaining = pos.points.getCard(order).points - points + earned;
    }
    return rows;
}

function getEmptyRow(order, line, membership) {
    const session = membership.getSession(order, line.entitlement_id);
    return {
        kind: "use",
        name: session?.name || line.product_id.display_name,
        used: 0,
        unit: getUnit(line),
        remaining: getRemaining(session),
        date_expiry: session?.date_expiry || false,
    };
}

function getUnit(line) {
    if (line.isVisit) {
        return "day";
    }
    return line.product_id.isGoods ? "piece" : "session";
}

/** Units of a holding, days of a pass; false if its card is not here. */
function getRemaining(session) {
    return session?.days_left ?? session?.remaining ?? false;
}
