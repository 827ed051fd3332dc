// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { InvalidNumberError, parseFloat } from "@web/views/fields/parsers";
import { NumberPopup } from "@point_of_sale/app/components/popups/number_popup/number_popup";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";

/** Plans paid in part, and what is due of them collected later, at any till. */
export class PartPayment {
    constructor(membership) {
        this.membership = membership;
        this.pos = membership.pos;
    }

    get currency() {
        return this.pos.currency;
    }

    format(amount) {
        return this.pos.env.utils.formatCurrency(amount);
    }

    // ---- Sell: some now, the rest later ----

    /** Least amount that is paid at the sale: a share of the price, rounded up. */
    getMinimum(line) {
        const percent = line.soldPlan?.part_payment_percent || 0;
        const step = this.currency.rounding;
        const steps = (line.wholePrice * percent) / 100 / step;
        return this.currency.round(Math.max(1, Math.ceil(steps - 1e-6)) * step);
    }

    async ask(line) {
        const least = this.getMinimum(line);
        const paid = await this.askAmount({
            title: _t("Pay part now"),
            subtitle: _t("%(plan)s: %(price)s, at least %(least)s now", {
                plan: line.getFullProductName(),
                price: this.format(line.wholePrice),
                least: this.format(least),
            }),
            least,
            most: line.wholePrice,
        });
        if (paid) {
            this.apply(line, paid);
        }
    }

    /** The line is worth what is paid now; what that leaves to the cent is due later. */
    apply(line, paid) {
        const whole = line.wholePrice;
        this.payAll(line);
        const { price_unit: price, price_type: type } = line;
        if (paid < whole) {
            line.uiState.wholePrice = { price, type };
            line.setUnitPrice((price * paid) / line.ownTotal);
            line.price_type = "manual";
            line.plan_amount_due = this.currency.round(whole - line.ownTotal);
        }
        this.membership.reprice(line.order_id);
    }

    /** Back to the price of the plan as it was before a part was agreed on. */
    payAll(line) {
        const { price, type } = line.uiState.wholePrice || {};
        if (line.isPartPaid) {
            line.setUnitPrice(price ?? line.wholePrice);
            line.price_type = type || "manual";
            line.plan_amount_due = 0;
        }
        this.membership.reprice(line.order_id);
    }

    // ---- Collect what is due ----

    /** Put what is due of a contract on the ticket: all of it, or less. */
    async collect(order, due) {
        const known = this.getCollected(order, due.contract_id);
        if (known) {
            return this.askCollected(known, due);
        }
        await this.membership.services.loadMissing([due.product_id]);
        const product = this.pos.models["product.product"].get(due.product_id);
        if (!product) {
            return this.membership.explainNoProduct();
        }
        const line = await this.pos.addLineToOrder(
            {
                product_tmpl_id: product.product_tmpl_id,
                product_id: product,
                qty: 1,
                price_unit: due.amount_due,
                contract_id: due.contract_id,
            },
            order,
            {},
            false
        );
        this.setCollected(line, due.amount_due);
        return line;
    }

    async askCollected(line, due) {
        const amount = await this.askAmount({
            title: _t("Collect"),
            subtitle: _t("%(plan)s: %(due)s still due", {
                plan: due.plan_name,
                due: this.format(due.amount_due),
            }),
            least: this.currency.rounding,
            most: due.amount_due,
        });
        if (amount) {
            this.setCollected(line, amount);
        }
        return line;
    }

    /** Prices without taxes: the member pays the amount with them. */
    setCollected(line, amount) {
        const total = line.ownTotal;
        line.setUnitPrice(total ? (line.price_unit * amount) / total : amount);
        this.membership.reprice(line.order_id);
    }

    getCollected(order, contractId) {
        return order.lines.find((line) => line.contract_id === contractId && line.qty > 0);
    }

    // ---- Amounts ----

    /** Return the typed amount; nothing while it is none yet, as "-" or ".". */
    read(buffer) {
        try {
            return this.currency.round(parseFloat(`${buffer || 0}`));
        } catch (error) {
            if (error instanceof InvalidNumberError) {
                return 0;
            }
            throw error;
        }
    }

    async askAmount({ title, subtitle, least, most }) {
        const read = (buffer) => this.read(buffer);
        const isValid = (buffer) => read(buffer) >= least && read(buffer) <= most;
        const limits = { least: this.format(least), most: this.format(most) };
        const buffer = await makeAwaitable(this.pos.dialog, NumberPopup, {
            title,
            subtitle,
            isValid,
            feedback: (typed) =>
                typed && !isValid(typed) && _t("Between %(least)s and %(most)s.", limits),
            formatDisplayedValue: (typed) => `${this.currency.symbol} ${typed}`,
        });
        return buffer !== undefined && isValid(buffer) ? read(buffer) : undefined;
    }
}
