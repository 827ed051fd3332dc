// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

/**
 * Twin of `account.tax._reverse_quantity_base_line_extra_tax_data`: the exact
 * tax amounts of a line, for the line that takes it back.
 */
export function reverseExtraTaxData(data) {
    if (!data) {
        return false;
    }
    const reversed = JSON.parse(JSON.stringify(data));
    const negate = (values, key) => key in values && (values[key] = -values[key]);
    ["quantity", "manual_total_excluded_currency", "manual_total_excluded"].forEach((key) =>
        negate(reversed, key)
    );
    for (const amounts of Object.values(reversed.manual_tax_amounts || {})) {
        Object.keys(amounts).forEach((key) => negate(amounts, key));
    }
    return reversed;
}
