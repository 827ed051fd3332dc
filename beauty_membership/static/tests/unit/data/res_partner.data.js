// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { patch } from "@web/core/utils/patch";
import { ResPartner } from "@point_of_sale/../tests/unit/data/res_partner.data";

patch(ResPartner.prototype, {
    _load_pos_data_fields() {
        return [...super._load_pos_data_fields(), "member_initials", "tier_id"];
    },
    /** A guest: no holdings. Tests that need a card put one into `pos.memberCards`. */
    get_member_card(partnerId) {
        return {
            partner_id: partnerId,
            name: "",
            sessions: [],
            expiring: [],
            recent: [],
            flags: {},
            value: {},
            tier: false,
            is_member: false,
        };
    },
    find_members() {
        return { partners: [], exact: false, "res.partner": [], "account.fiscal.position": [] };
    },
});
