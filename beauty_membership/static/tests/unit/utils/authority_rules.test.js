// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { describe, expect, test } from "@odoo/hoot";
import { findExcess, isCovered } from "@beauty_membership/app/utils/authority_rules";
import { findMethod, isEnough } from "@beauty_membership/app/utils/confirmation_rules";

const TEN = { discount: 1000, rounding: 0, can_change_price: false, gift_sessions: 0 };
const sale = (listed, paid, more = {}) => ({ listed, paid, ...more });

describe("authority rules", () => {
    test("a line may be discounted up to the limit, a cent apart", () => {
        expect(findExcess([sale(12000, 10800)], TEN)).toEqual({});
        expect(findExcess([sale(12000, 10799)], TEN)).toEqual({});
        expect(findExcess([sale(12000, 10798)], TEN)).toEqual({ discount: 1 });
        expect(findExcess([sale(333, 299)], TEN)).toEqual({});
        expect(findExcess([sale(12000, 13000)], TEN)).toEqual({});
    });

    test("no line lends its discount, money off the ticket uses what is left", () => {
        expect(findExcess([sale(10000, 10000), sale(10000, 8000)], TEN)).toEqual({
            discount: 999,
        });
        expect(findExcess([sale(10000, 10000), sale(0, -1000)], TEN)).toEqual({});
        expect(findExcess([sale(10000, 9500), sale(0, -1000)], TEN)).toEqual({ discount: 499 });
    });

    test("rounding down goes beyond the discount", () => {
        const limits = { ...TEN, rounding: 900 };
        expect(findExcess([sale(12000, 9900)], limits)).toEqual({});
        expect(findExcess([sale(12000, 9800)], limits)).toEqual({ discount: 99 });
    });

    test("typed prices and gifts are counted apart", () => {
        expect(findExcess([sale(12000, 11000, { isPriceChanged: true })], TEN)).toEqual({
            price: 1,
        });
        const gift = sale(96000, 0, { giftSessions: 10 });
        expect(findExcess([gift], TEN)).toEqual({ gift: 10 });
        expect(findExcess([gift], { ...TEN, gift_sessions: 10 })).toEqual({});
        expect(findExcess([sale(12000, 0)], { ...TEN, discount: 10000 })).toEqual({});
        const extra = [sale(0, 0, { bonus: 3000 }), sale(100, 100, { bonus: 2500 })];
        expect(findExcess(extra, TEN)).toEqual({ bonus: 5500 });
        expect(findExcess(extra, { ...TEN, bonus: 5500 })).toEqual({});
    });

    test("an approval covers what the manager saw", () => {
        expect(isCovered({ discount: 101 }, { discount: 100 })).toBe(true);
        expect(isCovered({ discount: 102 }, { discount: 100 })).toBe(false);
        expect(isCovered({ price: 1 }, { discount: 100000 })).toBe(false);
    });
});

describe("confirmation rules", () => {
    test("the strictest contract decides, from its amount on", () => {
        expect(findMethod([])).toBe("none");
        expect(findMethod([["signature", 9600, 9600]])).toBe("signature");
        expect(findMethod([["signature", 9601, 9600]])).toBe("none");
        const moves = [
            ["signature", 0, 9600],
            ["pin", 0, 100],
        ];
        expect(findMethod(moves)).toBe("pin");
    });

    test("the stronger is as good", () => {
        expect(isEnough("code", "pin")).toBe(true);
        expect(isEnough("signature", "pin")).toBe(false);
        expect(isEnough("slip", "signature")).toBe(false);
        expect(isEnough("none", "none")).toBe(true);
    });
});
