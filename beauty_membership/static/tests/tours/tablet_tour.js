// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as TicketCard from "./utils/ticket_card_util";
import * as Ticket from "./utils/ticket_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_use_on_a_tablet_in_two_actions", {
    steps: () =>
        [
            Chrome.startPoS(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            TicketCard.use("Facial"),
            TicketCard.makesRoom(),
            Ticket.lineTechnicianIs("Facial", "Mei"),
            Ticket.pay(),
            ReceiptScreen.isShown(),
            Ticket.receiptShowsUse("Facial", 9),
        ].flat(),
});
