// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { accountTaxHelpers } from "@account/helpers/account_tax";
import {
    allocate,
    fromCents,
    takeValue,
    toCents,
    unitValue,
} from "@beauty_membership/app/utils/membership_rules";
import { releasedUnits } from "@beauty_membership/app/utils/part_payment_rules";
import { getPriceForTotal } from "./redemption_prices";

// What of a plan can be used on the ticket that sells it.
const USED = ["session", "pass"];

/** Money that the first piece of a plan line puts on the liability, in cents. */
function getLiabilityCents(planLine, digits) {
    const { excluded, included } = planLine.exactTotals;
    const total = planLine.soldPlan.tax_point === "sale" ? excluded : included;
    const pieces = Array(Math.max(1, Math.floor(planLine.qty))).fill(1);
    return allocate(Math.max(0, toCents(total, digits)), pieces)[0];
}

/** What is not paid now puts on the liability later, in cents. */
function getDueCents(planLine, digits) {
    const due = planLine.plan_amount_due || 0;
    if (!due || planLine.soldPlan.tax_point !== "sale") {
        return toCents(due, digits);
    }
    const details = accountTaxHelpers.get_tax_details(planLine.tax_ids, due, 1, {
        precision_rounding: planLine.currency.rounding,
        product: planLine.product_id,
        special_mode: "total_included",
    });
    return toCents(planLine.currency.round(details.total_excluded), digits);
}

/** Units that may not be used yet, since they are not paid: none of a plan paid whole. */
function getLockedUnits(planLine, { paid, amount, quantity, unit }) {
    const rule = planLine.soldPlan.release || "paid";
    const isSettled = !planLine.plan_amount_due;
    return quantity - releasedUnits(rule, { isSettled, paid, amount, quantity, unit });
}

/** Which lines of a plan share its price: the paid value alone, else sessions and passes. */
function getCarriers(plan) {
    const principal = plan.line_ids.filter((line) => line.kind === "value" && !line.is_bonus);
    const shared = plan.line_ids.filter((line) => ["session", "pass"].includes(line.kind));
    return principal.length ? principal.slice(0, 1) : shared;
}

/**
 * What each line of a plan carries of its price, in cents. Principal carries its face
 * at most: what is dearer is of the services (`_allocate_price` on the server).
 */
function getShares(plan, cents, digits) {
    const weigh = (line) => toCents(line.list_price * line.quantity, digits);
    const split = (lines, amount) => {
        const parts = allocate(amount, lines.map(weigh));
        return new Map(lines.map((line, index) => [line, parts[index]]));
    };
    const carriers = getCarriers(plan);
    const shares = split(carriers, cents);
    const [principal] = carriers.filter((line) => line.kind === "value");
    const services = plan.line_ids.filter((line) => USED.includes(line.kind) && weigh(line) > 0);
    const face = principal ? toCents(principal.quantity, digits) : cents;
    if (services.length && cents > face && !plan.is_open_amount) {
        shares.set(principal, face);
        split(services, cents - face).forEach((part, line) => shares.set(line, part));
    }
    return plan.line_ids.map((line) => shares.get(line) || 0);
}

/** What one of each service costs: of any-of its own units, of a pass none, else one. */
function getPlanUnits({ kind, product_ids: products }) {
    const isAnyOf = products.length > 1;
    const count = (product) => (kind === "pass" ? 0 : (isAnyOf && product.session_units) || 1);
    return Object.fromEntries(products.map((product) => [product.id, count(product)]));
}

function getPlanHolding(planLine, line, { amount, paid }) {
    const { quantity } = line;
    const unit = unitValue(amount, quantity);
    return {
        kind: line.kind,
        productIds: line.product_ids.map((product) => product.id),
        units: getPlanUnits(line),
        remaining: quantity,
        locked: getLockedUnits(planLine, { paid, amount, quantity, unit }),
        amount,
        unit,
    };
}

/**
 * What the plan line will grant, in cents, one entry for each kind of session.
 * @param {boolean} options.full without what the ticket's own lines take of it
 */
export function getPlanHoldings(planLine, { full = false } = {}) {
    const digits = planLine.currency.decimal_places;
    const plan = planLine.soldPlan;
    const received = getLiabilityCents(planLine, digits);
    const shares = getShares(plan, received + getDueCents(planLine, digits), digits);
    const payments = allocate(received, shares);
    const holdings = [];
    for (const line of plan.line_ids.filter(({ kind }) => USED.includes(kind))) {
        const index = plan.line_ids.indexOf(line);
        const money = { amount: shares[index], paid: payments[index] };
        holdings.push(getPlanHolding(planLine, line, money));
    }
    if (!full) {
        planLine.order_id.getUsesOfPlanLine(planLine).forEach((line) => take(holdings, line));
    }
    return holdings;
}

/** Return the services that what may be used of a bought package is enough for. */
export function getUsable({ productIds, units, remaining, locked }, qty = 1) {
    return productIds.filter((id) => qty * units[id] <= remaining - locked);
}

/** Take one line's units out of the first holding that serves its product; in cents. */
function take(holdings, line) {
    const { product_id: product, qty } = line;
    const holding = holdings.find((h) => getUsable(h, qty).includes(product.id));
    if (!holding) {
        return 0;
    }
    const units = qty * holding.units[product.id];
    if (!units) {
        return 0;
    }
    const value = takeValue(holding.amount, holding.remaining, holding.unit, units);
    holding.amount -= value;
    holding.remaining -= units;
    return value;
}

/** Price of a session of a package that is bought on the same ticket. */
export function getPlanUsePrice(planLine, line, holdings) {
    const value = fromCents(take(holdings, line), planLine.currency.decimal_places);
    const taxes = planLine.soldPlan.tax_point === "sale" ? [] : line.product_id.taxes_id;
    return getPriceForTotal(line, value, taxes);
}
