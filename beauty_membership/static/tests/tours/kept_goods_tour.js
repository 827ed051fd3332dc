// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as MemberCard from "./utils/member_card_util";
import { openCardOf } from "./utils/start_util";
import * as Ticket from "./utils/ticket_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_kept_goods", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            MemberCard.sessionsLeftAre("Serum", 3),
            MemberCard.handOut("Serum"),
            ProductScreen.orderLineHas("Serum", "1"),
            MemberCard.sessionsLeftAre("Serum", 2),
            Ticket.prepaidIs("50.00"),
            Ticket.pay(),
            ReceiptScreen.isShown(),
            Ticket.receiptShowsPieces("Serum", 2),
        ].flat(),
});
