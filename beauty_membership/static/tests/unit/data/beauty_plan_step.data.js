// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { patch } from "@web/core/utils/patch";
import { hootPosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { models } from "@web/../tests/web_test_helpers";

export class BeautyPlanStep extends models.ServerModel {
    _name = "beauty.plan.step";

    _load_pos_data_fields() {
        return ["plan_id", "amount", "kind", "quantity", "product_ids"];
    }
}

patch(hootPosModels, [...hootPosModels, BeautyPlanStep]);
