// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { formatCurrency } from "@web/core/currency";
import { _t } from "@web/core/l10n/translation";
import { getReachedSteps } from "./ladder_rules";

/** Whether the plan puts money on the card. */
export function isRecharge(plan) {
    return Boolean(plan?.line_ids.some((line) => line.kind === "value"));
}

/** What the member puts in with one piece of a plan line. */
export function getAmountPutIn(line) {
    const plan = line.soldPlan;
    const paid = plan.line_ids.filter((l) => l.kind === "value" && !l.is_bonus);
    const face = paid.reduce((sum, l) => sum + l.quantity, 0);
    return plan.is_open_amount ? line.price_unit : face || line.price_unit;
}

/** What an amount gets on top: {value: money, others: words}. */
export function getGifts(plan, amount) {
    const steps = getReachedSteps(plan.step_ids || [], amount, plan.ladder_mode);
    const fixed = plan.line_ids.filter((line) => line.is_bonus);
    const gifts = [...fixed, ...steps];
    const value = gifts.filter((gift) => gift.kind === "value");
    return {
        value: value.reduce((sum, gift) => sum + gift.quantity, 0),
        others: gifts.filter((gift) => gift.kind !== "value").map(getGiftName),
    };
}

function getGiftName({ kind, quantity, product_ids: products }) {
    const names = (products || []).map((product) => product.display_name).join(" / ");
    const words = { points: _t("points"), coupon: _t("coupon"), session: names || _t("sessions") };
    return `${quantity} × ${words[kind] || names}`;
}

/** "1,000.00 + 150.00 + 1 × Facial" */
export function getRechargeText(plan, amount, currencyId) {
    const { value, others } = getGifts(plan, amount);
    const money = [amount, value].filter(Boolean).map((m) => formatCurrency(m, currencyId));
    return [...money, ...others].join(" + ");
}
