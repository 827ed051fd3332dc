// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { patch } from "@web/core/utils/patch";
import { hootPosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { models } from "@web/../tests/web_test_helpers";

export class BeautyPlan extends models.ServerModel {
    _name = "beauty.plan";

    _load_pos_data_fields() {
        return [
            "name",
            "product_tmpl_id",
            "tax_point",
            "validity_months",
            "line_ids",
            "is_open_amount",
            "amount_min",
            "ladder_mode",
            "step_ids",
            "is_gift_card",
        ];
    }
}

patch(hootPosModels, [...hootPosModels, BeautyPlan]);
