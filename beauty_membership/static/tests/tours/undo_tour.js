// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as RecentUses from "./utils/card_recent_util";
import * as MemberCard from "./utils/member_card_util";
import * as StaffPopup from "./utils/staff_popup_util";
import { openCardOf } from "./utils/start_util";
import * as Ticket from "./utils/ticket_util";
import * as UndoPopup from "./utils/undo_popup_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_undo_and_use_the_right_one", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            MemberCard.sessionsLeftAre("Facial", 9),
            RecentUses.has("Facial", "Mei"),
            RecentUses.clickUndo("Facial"),
            UndoPopup.cannotConfirm(),
            UndoPopup.chooseReason("Wrong session"),
            UndoPopup.chooseInstead("Massage"),
            UndoPopup.confirm(),
            MemberCard.sessionsLeftAre("Facial", 10),
            RecentUses.isUndone("Facial"),
            Ticket.lineTechnicianIs("Massage", "Mei"),
            Ticket.pay(),
            ReceiptScreen.isShown(),
            Ticket.receiptShowsUse("Massage", 4),
        ].flat(),
});

registry.category("web_tour.tours").add("test_undo_of_another_day_needs_pin", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            RecentUses.clickUndo("Facial"),
            UndoPopup.chooseReason("Not performed"),
            UndoPopup.confirm(),
            UndoPopup.enterPin("9999"),
            UndoPopup.confirm(),
            UndoPopup.saysWrongPin(),
            UndoPopup.enterPin("1234"),
            UndoPopup.confirm(),
            MemberCard.sessionsLeftAre("Facial", 10),
        ].flat(),
});

registry.category("web_tour.tours").add("test_technician_is_swapped_afterwards", {
    steps: () =>
        [
            openCardOf("Wang Fang"),
            RecentUses.has("Facial", "Mei"),
            RecentUses.clickTechnician("Facial"),
            StaffPopup.choose("Lan"),
            RecentUses.has("Facial", "Lan"),
        ].flat(),
});
