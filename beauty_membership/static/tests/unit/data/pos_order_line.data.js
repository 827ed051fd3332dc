// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { patch } from "@web/core/utils/patch";
import { PosOrderLine } from "@point_of_sale/../tests/unit/data/pos_order_line.data";

patch(PosOrderLine.prototype, {
    _load_pos_data_fields() {
        return [
            ...super._load_pos_data_fields(),
            "entitlement_id",
            "plan_line_uuid",
            "technician_id",
            "seller_id",
            "beneficiary_id",
            "contract_id",
            "upgrade_contract_id",
            "plan_amount_due",
            "bonus_amount",
            "points_amount",
            "manual_discount",
            "beauty_reward_id",
            "extra_bonus",
        ];
    },
});
