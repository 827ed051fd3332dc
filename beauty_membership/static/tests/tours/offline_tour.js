// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as Dialog from "@point_of_sale/../tests/generic_helpers/dialog_util";
import { refresh } from "@point_of_sale/../tests/generic_helpers/utils";
import * as Line from "./utils/connection_util";
import * as MemberCard from "./utils/member_card_util";
import * as StaffPopup from "./utils/staff_popup_util";
import { openCardOf } from "./utils/start_util";
import * as Ticket from "./utils/ticket_util";
import * as Waiting from "./utils/waiting_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_offline_use_is_noted_and_captured", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            MemberCard.sessionsLeftAre("Facial", 10),
            Line.drops(),
            ProductScreen.clickDisplayedProduct("Serum"),
            MemberCard.use("Facial"),
            Ticket.pay(),
            Waiting.slipIsOffered(),
            Waiting.closeSlip(),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.selectedPaymentlineHas("Cash", "60.00"),
            PaymentScreen.clickValidate(),
            Dialog.confirm("Continue with limited functionality"),
            ReceiptScreen.isShown(),
            ReceiptScreen.clickNextOrder(),
            Waiting.countIs(1),
            Line.comesBack(),
            Waiting.open(),
            Waiting.captureNow("Wang Fang"),
            Waiting.nothingWaits(),
            Chrome.isSynced(),
        ].flat(),
});

registry.category("web_tour.tours").add("test_offline_use_without_card_is_noted", {
    steps: () =>
        [
            Chrome.startPoS(),
            Line.drops(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.noteSession("Facial"),
            StaffPopup.choose("Lan"),
            Ticket.pay(),
            Waiting.closeSlip(),
            Waiting.countIs(1),
            Line.comesBack(),
            Waiting.open(),
            Waiting.captureNow("Wang Fang"),
            Waiting.nothingWaits(),
        ].flat(),
});

registry.category("web_tour.tours").add("test_locked_ticket_survives_reload", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            MemberCard.use("Facial"),
            Line.losesNextAnswer(),
            Ticket.pay(),
            Dialog.is({ title: "No answer from the server" }),
            Dialog.confirm(),
            Waiting.countIs(1),
            refresh(),
            ProductScreen.isShown(),
            Waiting.nothingWaits(),
        ].flat(),
});

registry.category("web_tour.tours").add("test_other_till_was_faster", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            MemberCard.use("Facial"),
            Waiting.otherTillIsFaster(),
            Ticket.pay(),
            Dialog.is(),
            Dialog.confirm(),
            MemberCard.hasNone("Facial"),
            ProductScreen.isShown(),
            ProductScreen.orderLineHas("Facial", "1"),
        ].flat(),
});

registry.category("web_tour.tours").add("test_noted_use_without_session_left_gets_an_owner", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            Line.drops(),
            MemberCard.use("Facial"),
            Ticket.pay(),
            Waiting.slipIsOffered(),
            Waiting.closeSlip(),
            Waiting.countIs(1),
            Line.comesBack(),
            Waiting.lastSessionGoesElsewhere(),
            Waiting.open(),
            Waiting.captureNow("Wang Fang"),
            Dialog.is({ title: "This use could not be captured" }),
            Dialog.confirm(),
            Waiting.nothingWaits(),
        ].flat(),
});

registry.category("web_tour.tours").add("test_ticket_without_answer_is_locked_and_repeated", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            MemberCard.use("Facial"),
            Line.losesNextAnswer(),
            Ticket.pay(),
            Dialog.is({ title: "No answer from the server" }),
            Dialog.confirm(),
            ProductScreen.isShown(),
            Waiting.countIs(1),
            Line.comesBack(),
            Waiting.nothingWaits(),
        ].flat(),
});
