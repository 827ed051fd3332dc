// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { formatCurrency } from "@web/core/currency";
import { _t } from "@web/core/l10n/translation";

/** "100.00 + 20.00 bonus": principal, and bonus if there is some. */
function joinMoney([principal, bonus], currencyId) {
    const money = formatCurrency(principal, currencyId);
    if (!bonus) {
        return money;
    }
    const gift = _t("%s bonus", formatCurrency(bonus, currencyId));
    return principal ? `${money} + ${gift}` : gift;
}

function getUsedText({ unit, used }) {
    if (unit === "day") {
        return used === 1 ? _t("1 visit") : _t("%s visits", used);
    }
    return unit === "piece" ? _t("%s handed out", used) : _t("%s used", used);
}

/** What a row of a ticket's membership summary moved, in words. */
export function getMovedText(item, currencyId) {
    const value = () => joinMoney([item.principal, item.bonus], currencyId);
    const words = {
        value: () => _t("%s spent", value()),
        value_back: () => _t("%s given back", value()),
        value_in: () => _t("%s put in", value()),
        earn: () => _t("%s points", (item.points > 0 ? "+" : "") + item.points),
        spend: () =>
            item.points < 0 ? _t("%s points back", -item.points) : _t("-%s points", item.points),
        grant: () => _t("new"),
        tier: () => _t("new tier"),
        payment: () => _t("%s paid", formatCurrency(item.paid, currencyId)),
        refund: () => _t("%s given back", formatCurrency(item.refund, currencyId)),
        restore: () => _t("%s back", item.used),
    };
    return (words[item.kind] || (() => getUsedText(item)))();
}

/** What is left of it, or nothing. */
export function getLeftText(item, currencyId) {
    if ("principal_left" in item) {
        const money = joinMoney([item.principal_left, item.bonus_left], currencyId);
        return _t("%s remaining", money);
    }
    const { remaining: left } = item;
    if (left === false || left === undefined) {
        return "";
    }
    const words = {
        day: () => (left === 1 ? _t("1 day left") : _t("%s days left", left)),
        money: () => _t("%s remaining", formatCurrency(left, currencyId)),
        piece: () => _t("%s pieces left", left),
        points: () => _t("%s points left", left),
    };
    return (words[item.unit] || (() => _t("%s left", left)))();
}

/** The lines under a row: what is left, until when. What came in has a day of its own. */
export function getDetailTexts(item, currencyId, formatDay) {
    const left = getLeftText(item, currencyId);
    const until = item.date_expiry && _t("until %s", formatDay(item.date_expiry));
    const texts = item.kind === "value_in" ? [until, left] : [joinTexts(left, until)];
    return texts.filter(Boolean);
}

function joinTexts(left, until) {
    return left && until ? _t("%(left)s, %(until)s", { left, until }) : left || until;
}
