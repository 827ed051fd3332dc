// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { formatCurrency } from "@web/core/currency";
import { _t } from "@web/core/l10n/translation";

/** "100.00 + 20.00": principal, and bonus if there is some. */
function joinMoney(amounts, currencyId) {
    const [principal, bonus] = amounts;
    const parts = bonus ? [principal, bonus] : [principal];
    return parts.map((amount) => formatCurrency(amount, currencyId)).join(" + ");
}

/** What a row of a ticket's membership summary moved, in words. */
export function getMovedText(item, currencyId) {
    const value = () => joinMoney([item.principal, item.bonus], currencyId);
    const words = {
        value: () => _t("%s used", value()),
        value_back: () => _t("%s back", value()),
        earn: () => _t("+%s points", item.points),
        spend: () => (item.points < 0 ? _t("%s back", -item.points) : _t("-%s", item.points)),
        grant: () => _t("new"),
        tier: () => _t("new tier"),
        payment: () => _t("%s paid", formatCurrency(item.paid, currencyId)),
        refund: () => _t("%s back", formatCurrency(item.refund, currencyId)),
        restore: () => _t("%s back", item.used),
    };
    return (words[item.kind] || (() => _t("%s used", item.used)))();
}

/** What is left of it, or nothing. */
export function getLeftText(item, currencyId) {
    if ("principal_left" in item) {
        return _t("%s left", joinMoney([item.principal_left, item.bonus_left], currencyId));
    }
    if (item.remaining === false || item.remaining === undefined) {
        return "";
    }
    const left = item.is_money ? formatCurrency(item.remaining, currencyId) : item.remaining;
    return _t("%s left", left);
}
