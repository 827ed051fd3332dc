// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Navbar } from "@point_of_sale/app/components/navbar/navbar";
import { patch } from "@web/core/utils/patch";
import { WaitingPopup } from "@beauty_membership/app/components/popups/waiting_popup/waiting_popup";

patch(Navbar.prototype, {
    get waitingCount() {
        return this.pos.waitingTickets?.count || 0;
    },
    openWaitingTickets() {
        this.dialog.add(WaitingPopup, {});
    },
});
