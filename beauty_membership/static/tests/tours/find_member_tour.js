// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as PartnerList from "@point_of_sale/../tests/pos/tours/utils/partner_list_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import { scan_barcode } from "@point_of_sale/../tests/generic_helpers/utils";
import * as Finder from "./utils/finder_util";
import * as MemberCard from "./utils/member_card_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_find_member_and_card", {
    steps: () =>
        [
            Chrome.startPoS(),
            ProductScreen.clickPartnerButton(),
            Finder.search("8000"),
            Finder.showsMember("Wang Fang", "138****8000"),
            Finder.showsMember("Li Na", "139****8000"),
            Finder.search("wf"),
            Finder.showsMember("Wang Fang", "138****8000"),
            Finder.hidesMember("Li Na"),
            PartnerList.clickPartner("Wang Fang"),
            MemberCard.isShownFor("Wang Fang"),
            MemberCard.sessionsLeftAre("Facial", 10),
            scan_barcode("99000124"),
            MemberCard.isShownFor("Li Na"),
            ProductScreen.customerIsSelected("Li Na"),
        ].flat(),
});
