// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { patch } from "@web/core/utils/patch";
import { hootPosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { models } from "@web/../tests/web_test_helpers";

export class HrEmployeePublic extends models.ServerModel {
    _name = "hr.employee.public";

    _load_pos_data_fields() {
        return ["name", "is_technician"];
    }

    _records = [
        { id: 2, name: "Mei", is_technician: true },
        { id: 3, name: "Lan", is_technician: true },
    ];
}

patch(hootPosModels, [...hootPosModels, HrEmployeePublic]);
