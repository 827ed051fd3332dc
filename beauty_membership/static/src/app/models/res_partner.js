// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { ResPartner } from "@point_of_sale/app/models/res_partner";
import { patch } from "@web/core/utils/patch";

/** Keep three digits in front and the last four: enough to tell, too little to call. */
export function maskPhone(phone) {
    const digits = (phone || "").replace(/\D/g, "");
    if (digits.length < 5) {
        return phone || "";
    }
    const head = digits.length > 8 ? digits.slice(0, 3) : "";
    return `${head}****${digits.slice(-4)}`;
}

patch(ResPartner.prototype, {
    get searchString() {
        const words = (this.name || "").toLowerCase().match(/\w+/g) || [];
        const initials = this.member_initials || words.map((word) => word[0]).join("");
        return [super.searchString, initials].filter(Boolean).join(" ");
    },
    /** The card's number is the contact's barcode, which the till loads anyway. */
    get member_number() {
        return this.barcode;
    },
    get maskedPhone() {
        return maskPhone(this.phone);
    },
    exactMatch(searchWord) {
        const number = this.member_number;
        return (
            super.exactMatch(...arguments) ||
            Boolean(number && searchWord && number.toLowerCase() === searchWord)
        );
    },
});
