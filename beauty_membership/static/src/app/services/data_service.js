// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { PosData } from "@point_of_sale/app/services/data_service";
import { patch } from "@web/core/utils/patch";

const CARDS = "beauty.member.card";

patch(PosData.prototype, {
    /** The new cards travel with the sync's answer; they are no records. */
    async call(model, method) {
        const result = await super.call(...arguments);
        if (method === "sync_from_ui" && result?.[CARDS]) {
            this.syncedMemberCards = result[CARDS];
            delete result[CARDS];
        }
        return result;
    },
    takeSyncedMemberCards() {
        const cards = this.syncedMemberCards || [];
        this.syncedMemberCards = [];
        return cards;
    },
});
