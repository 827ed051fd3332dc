// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

/** A recharge as the member card tells it: what was paid, and what was given. */
export function makeValueLots({ principal = 1000, bonus = 200, ...values } = {}) {
    const lot = {
        contract_id: 61,
        bonus_order: "proportional",
        date_expiry: false,
        product_ids: [],
        pricelist_id: false,
        allows_plans: false,
        can_use: true,
        ...values,
    };
    const paid = { entitlement_id: 601, is_bonus: false, remaining: principal };
    const given = { entitlement_id: 602, is_bonus: true, remaining: bonus, amount_remaining: 0 };
    return [
        { ...lot, ...paid, amount_remaining: principal },
        ...(bonus ? [{ ...lot, ...given }] : []),
    ];
}
