// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as Dialog from "@point_of_sale/../tests/generic_helpers/dialog_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as Confirmation from "./utils/confirmation_util";
import * as Line from "./utils/connection_util";
import * as MemberCard from "./utils/member_card_util";
import { openCardOf } from "./utils/start_util";
import * as Ticket from "./utils/ticket_util";
import * as Waiting from "./utils/waiting_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_signature_confirms_use", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            MemberCard.use("Facial"),
            Ticket.pay(),
            Confirmation.cannotConfirm(),
            Confirmation.sign(),
            Confirmation.confirm(),
            ReceiptScreen.isShown(),
            Ticket.receiptShowsUse("Facial", 9),
            ReceiptScreen.clickNextOrder(),
            Chrome.isSynced(),
        ].flat(),
});

registry.category("web_tour.tours").add("test_pin_confirms_use", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            MemberCard.use("Facial"),
            Ticket.pay(),
            Confirmation.setPin("2468"),
            Confirmation.confirm(),
            ReceiptScreen.isShown(),
            ReceiptScreen.clickNextOrder(),
            openCardOf("Wang Fang").slice(2),
            MemberCard.use("Facial"),
            Ticket.pay(),
            Confirmation.enterPin("1111"),
            Confirmation.confirm(),
            Dialog.confirm("Ok"),
            Ticket.pay(),
            Confirmation.enterPin("2468"),
            Confirmation.confirm(),
            ReceiptScreen.isShown(),
            Ticket.receiptShowsUse("Facial", 8),
        ].flat(),
});

registry.category("web_tour.tours").add("test_signature_without_connection", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            MemberCard.sessionsLeftAre("Facial", 10),
            Line.drops(),
            MemberCard.use("Facial"),
            Ticket.pay(),
            Confirmation.sign(),
            Confirmation.confirm(),
            Waiting.closeSlip(),
            Line.comesBack(),
            Waiting.open(),
            Waiting.captureNow("Wang Fang"),
            Waiting.nothingWaits(),
        ].flat(),
});

registry.category("web_tour.tours").add("test_pin_without_connection_is_a_slip", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            MemberCard.sessionsLeftAre("Facial", 10),
            Line.drops(),
            MemberCard.use("Facial"),
            Ticket.pay(),
            Waiting.slipIsOffered(),
            Waiting.closeSlip(),
            Line.comesBack(),
            Waiting.open(),
            Waiting.captureNow("Wang Fang"),
            Waiting.nothingWaits(),
        ].flat(),
});
