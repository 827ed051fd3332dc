// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as PartnerList from "@point_of_sale/../tests/pos/tours/utils/partner_list_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as Dialog from "@point_of_sale/../tests/generic_helpers/dialog_util";
import * as MemberCard from "./utils/member_card_util";
import * as Ticket from "./utils/ticket_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_customer_of_a_use_is_explained", {
    steps: () =>
        [
            Chrome.startPoS(),
            // a package without a customer
            ProductScreen.clickDisplayedProduct("10 Facials"),
            Ticket.pay(),
            Dialog.is({ title: "Choose the member first" }),
            Dialog.confirm(),
            // somebody else sits in the chair
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.use("Facial"),
            Ticket.clickForWhom("Facial"),
            PartnerList.clickPartner("Li Na"),
            Ticket.lineIsFor("Facial", "Li Na"),
            // another customer: the sessions leave the ticket
            ProductScreen.clickPartnerButton(),
            PartnerList.clickPartner("Li Na"),
            Dialog.is({ title: "Change the customer?" }),
            Dialog.confirm("Change"),
            MemberCard.isShownFor("Li Na"),
            ProductScreen.checkOrderlinesNumber(1),
        ].flat(),
});
