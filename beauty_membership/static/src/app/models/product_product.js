// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { ProductProduct } from "@point_of_sale/app/models/product_product";
import { patch } from "@web/core/utils/patch";

patch(ProductProduct.prototype, {
    /** A thing, handed out: nobody performs it. */
    get isGoods() {
        const { type, is_treatment: isTreatment } = this.product_tmpl_id || {};
        return type === "consu" && !isTreatment;
    },
});
