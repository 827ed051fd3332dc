// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { accountTaxHelpers } from "@account/helpers/account_tax";

// A rounded price hides up to half a cent: where the nearest total is one cent off,
// a total asked a little higher or lower may reach it.
const NUDGES = [0, 0.002, -0.002, 0.004, -0.004];

function getTaxDetails(line, discount, values = {}) {
    const base = line.getBaseLine({ ...values, discount });
    const { company } = line;
    accountTaxHelpers.add_tax_details_in_base_lines([base], company);
    accountTaxHelpers.round_base_lines_tax_details([base], company);
    return base.tax_details;
}

/** Money of tax details as closing posts it. */
export function getExactTotals(details, currency) {
    const excluded = details.total_excluded_currency + (details.delta_total_excluded_currency || 0);
    const taxes = details.taxes_data.reduce((sum, tax) => sum + tax.tax_amount_currency, 0);
    return { excluded: currency.round(excluded), included: currency.round(excluded + taxes) };
}

/** What a line totals at some discount, taxes included, rounded alone. */
export function getTotalAt(line, discount, values = {}) {
    const details = getTaxDetails(line, discount, values);
    return getExactTotals(details, line.config.currency_id).included;
}

/**
 * The discount, in full precision, that brings a line to a total.
 * @param {number} total money with taxes, of the line's sign
 * @returns {number} percent; the total it reaches may be a cent off with taxes on top
 */
export function getDiscountFor(line, total) {
    const full = getTaxDetails(line, 0).raw_total_included_currency;
    if (!total || !full) {
        return total ? 0 : 100;
    }
    const { rounding } = line.config.currency_id;
    const candidates = NUDGES.map((nudge) =>
        Math.min(100, Math.max(0, 100 * (1 - (total + nudge * 100 * rounding) / full)))
    );
    const isReached = (discount) =>
        line.config.currency_id.isZero(getTotalAt(line, discount) - total);
    return candidates.find(isReached) ?? candidates[0];
}

/** What a line costs by another pricelist, without any discount. */
export function getLineTotalUnder(line, pricelist) {
    const { product_id: product, qty, price_extra: extra } = line;
    const price = product.getPrice(pricelist, qty, 0, false, product);
    return getTotalAt(line, 0, { price_unit: price + (extra || 0) });
}
