// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { patch } from "@web/core/utils/patch";
import { hootPosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { models } from "@web/../tests/web_test_helpers";

export class BeautyReward extends models.ServerModel {
    _name = "beauty.reward";

    _load_pos_data_fields() {
        return ["name", "points", "kind", "product_id", "amount", "can_keep"];
    }

    _records = [
        { id: 71, name: "One off", points: 100, kind: "discount", amount: 1 },
        { id: 72, name: "A gift", points: 300, kind: "product", product_id: 5, can_keep: true },
        { id: 73, name: "For the card", points: 200, kind: "value", amount: 20 },
    ];
}

patch(hootPosModels, [...hootPosModels, BeautyReward]);
