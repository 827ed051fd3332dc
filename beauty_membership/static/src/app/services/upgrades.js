// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { SelectionPopup } from "@point_of_sale/app/components/popups/selection_popup/selection_popup";
import { reverseExtraTaxData } from "@beauty_membership/app/utils/reverse_extra_tax_data";

/** What is left of a contract pays a part of a bigger plan: the server says how much. */
export class Upgrades {
    constructor(membership) {
        this.membership = membership;
        this.pos = membership.pos;
    }

    format(amount) {
        return this.pos.env.utils.formatCurrency(amount);
    }

    /** Ask which contract goes into which plan, and put both on the ticket. */
    async start(order) {
        if (order.upgradeLine || order.planLines.length) {
            return this.membership.alert(
                _t("One upgrade at a time"),
                _t("There is a plan on this ticket already. Remove it, or finish the ticket first.")
            );
        }
        const args = [order.partner_id.id, this.pos.config.id];
        const rows = await this.pos.data.call("beauty.contract", "get_upgrades", args);
        const row = await this.askContract(rows);
        const plan = row && (await this.askPlan(row));
        return plan && this.add(order, row, plan);
    }

    askContract(rows) {
        if (!rows.length) {
            return this.membership.alert(
                _t("Nothing to upgrade"),
                _t(
                    "No contract of hers is paid in full, has something left, and fits a dearer plan."
                )
            );
        }
        return this.ask(
            _t("What does she upgrade?"),
            rows.map((row) => ({
                id: row.contract_id,
                label: _t("%(plan)s: %(credit)s left", {
                    plan: row.plan_name,
                    credit: this.format(row.credit),
                }),
                description: row.left,
                item: row,
            }))
        );
    }

    askPlan(row) {
        return this.ask(
            _t("Into which plan?"),
            row.plans.map((plan) => ({
                id: plan.plan_id,
                label: _t("%(plan)s: %(difference)s to pay", {
                    plan: plan.name,
                    difference: this.format(plan.price - row.credit),
                }),
                description: _t("%(price)s less %(credit)s", {
                    price: this.format(plan.price),
                    credit: this.format(row.credit),
                }),
                item: plan,
            }))
        );
    }

    ask(title, list) {
        return makeAwaitable(this.pos.dialog, SelectionPopup, { title, list });
    }

    async add(order, row, plan) {
        await this.membership.services.loadMissing([plan.product_id, row.line.product_id]);
        const products = this.pos.models["product.product"];
        const [sold, old] = [products.get(plan.product_id), products.get(row.line.product_id)];
        if (!sold || !old) {
            return this.membership.explainNoProduct();
        }
        const vals = { product_tmpl_id: sold.product_tmpl_id, product_id: sold, qty: 1 };
        const line = await this.pos.addLineToOrder(vals, order, {}, false);
        this.createRest(order, old, row);
        this.membership.reprice(order);
        return line;
    }

    createRest(order, product, row) {
        const { price_unit, tax_ids, extra_tax_data } = row.line;
        const line = this.pos.models["pos.order.line"].create({
            order_id: order,
            product_id: product,
            qty: -1,
            price_unit,
            price_extra: 0,
            price_type: "automatic",
            tax_ids: this.pos.models["account.tax"].readMany(tax_ids).map((tax) => ["link", tax]),
            extra_tax_data: extra_tax_data || false,
            upgrade_contract_id: row.contract_id,
        });
        line.setFullProductName();
        order.deselectOrderline();
        this.pos.numberBuffer.reset();
        return line;
    }

    /** A plan that is returned takes the rest of the old contract back along. */
    addReturned(order) {
        const originals = order.lines.map((line) => line.refunded_orderline_id).filter(Boolean);
        const rest = originals.find((line) => line.order_id?.upgradeLine)?.order_id.upgradeLine;
        if (!rest || originals.includes(rest)) {
            return;
        }
        const line = this.pos.models["pos.order.line"].create({
            order_id: order,
            product_id: rest.product_id,
            qty: 1,
            price_unit: rest.price_unit,
            price_extra: 0,
            price_type: "automatic",
            tax_ids: rest.tax_ids.map((tax) => ["link", tax]),
            extra_tax_data: reverseExtraTaxData(rest.extra_tax_data),
            refunded_orderline_id: rest,
        });
        line.setFullProductName();
    }
}
