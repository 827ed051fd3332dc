// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { PosSession } from "@point_of_sale/../tests/unit/data/pos_session.data";
import { patch } from "@web/core/utils/patch";

const PLAIN_IDS = [
    "entitlement_id",
    "technician_id",
    "seller_id",
    "beneficiary_id",
    "contract_id",
    "beauty_reward_id",
];

patch(PosSession.prototype, {
    _load_pos_data_models() {
        return [
            ...super._load_pos_data_models(),
            "beauty.plan",
            "beauty.plan.line",
            "beauty.plan.step",
            "beauty.reward",
            "beauty.tier",
            "hr.employee.public",
        ];
    },
    load_data_params() {
        const params = super.load_data_params(...arguments);
        const { relations } = params["pos.order.line"];
        for (const name of PLAIN_IDS) {
            relations[name] = { name, type: "integer", compute: false, related: false };
        }
        return params;
    },
});
