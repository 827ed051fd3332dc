// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { patch } from "@web/core/utils/patch";
import { hootPosModels } from "@point_of_sale/../tests/unit/data/generate_model_definitions";
import { models } from "@web/../tests/web_test_helpers";

/** Never loaded by the till: the stand-in lets the mock server store whose arrears a line pays. */
export class BeautyContract extends models.ServerModel {
    _name = "beauty.contract";

    _records = [{ id: 77 }];
}

patch(hootPosModels, [...hootPosModels, BeautyContract]);
