// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { accountTaxHelpers } from "@account/helpers/account_tax";

/**
 * Price of a redemption line whose holding is on the member card.
 * @param {number} taken units of the holding that the ticket takes up to this line
 */
export function getHeldPrice(session, line, taken) {
    if (session.kind === "pass") {
        return { price_unit: 0, tax_ids: [], extra_tax_data: false };
    }
    const price = session.prices[line.product_id.id];
    const isLast = session.remaining - taken === 0;
    return price && isLast && price.last ? { ...price, ...price.last } : price;
}

/** Price whose total, taxes included, is exactly that value. */
export function getPriceForTotal(line, value, taxes) {
    const plain = { price_unit: value, tax_ids: taxes.map((tax) => tax.id), extra_tax_data: false };
    if (!taxes.length || !value) {
        return plain;
    }
    const company = line.order_id.company;
    const base = accountTaxHelpers.prepare_base_line_for_taxes_computation(
        {},
        {
            ...line.prepareBaseLineForTaxesComputationExtraValues(),
            price_unit: value,
            quantity: line.qty,
            discount: 0,
            tax_ids: taxes,
        }
    );
    accountTaxHelpers.add_tax_details_in_base_lines([base], company);
    accountTaxHelpers.round_base_lines_tax_details([base], company);
    if (line.currency.isZero(base.tax_details.total_included - value)) {
        return plain;
    }
    const [reached] = accountTaxHelpers.reduce_base_lines_to_target_amount(
        [base],
        company,
        "fixed",
        value
    );
    return {
        ...plain,
        price_unit: reached.price_unit,
        extra_tax_data: accountTaxHelpers.export_base_line_extra_tax_data(reached),
    };
}
