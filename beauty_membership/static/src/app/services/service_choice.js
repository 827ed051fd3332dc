// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { SelectionPopup } from "@point_of_sale/app/components/popups/selection_popup/selection_popup";

/** Which of several services a holding is used for, and what each of them costs it. */
export class ServiceChoice {
    constructor(membership) {
        this.membership = membership;
        this.pos = membership.pos;
    }

    /** Choose one of several services; the only one is not asked about. */
    async choose(productIds, holding) {
        const unique = [...new Set(productIds)];
        await this.loadMissing(unique);
        const products = this.pos.models["product.product"].readMany(unique);
        return products.length ? this.ask(products, holding) : this.membership.explainNoProduct();
    }

    /** Ask which service; a dear one says how many units of the holding it costs. */
    ask(products, holding) {
        if (products.length === 1) {
            return products[0];
        }
        return makeAwaitable(this.pos.dialog, SelectionPopup, {
            title: _t("Which service?"),
            list: products.map((product) => ({
                id: product.id,
                label: product.display_name,
                description: this.getUnitsText(holding, product, products),
                item: product,
            })),
        });
    }

    getUnitsText(holding, product, products) {
        const count = (p) => this.membership.getUnits(holding, p.id);
        const isDear = holding && products.some((p) => count(p) > 1);
        return isDear ? _t("Units: %s", count(product)) : undefined;
    }

    async loadMissing(productIds) {
        const missing = productIds.filter((id) => !this.pos.models["product.product"].get(id));
        if (missing.length && !this.pos.data.network.offline) {
            await this.pos.loadNewProducts([["product_variant_ids", "in", missing]]);
        }
    }
}
