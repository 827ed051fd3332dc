// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as Notification from "@point_of_sale/../tests/generic_helpers/notification_util";
import * as Finder from "./utils/finder_util";
import * as JoinPopup from "./utils/join_popup_util";
import * as MemberCard from "./utils/member_card_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_join_in_ten_seconds", {
    steps: () =>
        [
            Chrome.startPoS(),
            // the phone is not found: it is hers, with a name and Enter she is a member
            ProductScreen.clickPartnerButton(),
            Finder.search("13633334444"),
            Finder.findsNobody(),
            JoinPopup.openFromList(),
            JoinPopup.phoneIs("13633334444"),
            JoinPopup.enterName("Zhao Min"),
            JoinPopup.confirmByKey(),
            Notification.has("Welcome gift: 1 Massage"),
            MemberCard.isShownFor("Zhao Min"),
            ProductScreen.customerIsSelected("Zhao Min"),
            MemberCard.sessionsLeftAre("Massage", 1),
            // the second one has a printed card and no phone: warned, not blocked
            Chrome.createFloatingOrder(),
            JoinPopup.openFromPanel(),
            JoinPopup.enterName("Sun Li"),
            JoinPopup.scanCard("99000124"),
            JoinPopup.refuses("Li Na"),
            JoinPopup.scanCard("99000777"),
            JoinPopup.warns("Without a phone"),
            JoinPopup.confirm(),
            MemberCard.isShownFor("Sun Li"),
            // the third one is a member already
            Chrome.createFloatingOrder(),
            JoinPopup.openFromPanel(),
            JoinPopup.enterName("Fang"),
            JoinPopup.enterPhone("13811118000"),
            JoinPopup.useKnown("Wang Fang"),
            MemberCard.isShownFor("Wang Fang"),
        ].flat(),
});
