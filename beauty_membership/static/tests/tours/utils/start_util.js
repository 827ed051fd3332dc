// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as MemberCard from "./member_card_util";

/** Open the register with that member's card beside the ticket. */
export function openCardOf(name) {
    return [
        Chrome.startPoS(),
        ProductScreen.clickPartnerButton(),
        ProductScreen.clickCustomer(name),
        MemberCard.isShownFor(name),
    ].flat();
}
