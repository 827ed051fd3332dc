// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError, RPCError } from "@web/core/network/rpc";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { RefundPopup } from "@beauty_membership/app/components/popups/refund_popup/refund_popup";

/** Money back for what is left of a contract: the server says how much. */
export class Refunds {
    constructor(membership) {
        this.membership = membership;
        this.pos = membership.pos;
    }

    /** Ask for the refund of a member's contract; put what is paid out on the ticket. */
    async ask(partner) {
        const order = this.pos.getOrder();
        if (order?.partner_id !== partner) {
            return this.membership.explainNoCustomer();
        }
        const { ok, answer, message } = await this.call("get_refundable", [partner.id]);
        if (!ok || !answer.length) {
            const text = message || _t("She has no contract that could be refunded.");
            return this.membership.alert(_t("Refund"), text);
        }
        const refund = await makeAwaitable(this.pos.dialog, RefundPopup, {
            partner,
            contracts: answer,
        });
        return refund && this.take(order, partner, refund);
    }

    async take(order, partner, refund) {
        if (refund.tender === "till") {
            return this.addLines(order, refund);
        }
        this.pos.memberCards.load(partner.id);
        this.membership.alert(
            _t("Bank transfer noted"),
            _t("%(name)s: the office pays %(amount)s to %(member)s.", {
                name: refund.name,
                amount: this.pos.env.utils.formatCurrency(refund.amount),
                member: partner.name,
            })
        );
    }

    /** The parts of the refund, priced by the server, as they are. */
    async addLines(order, refund) {
        if (order.lines.some((line) => line.operation_id === refund.operation_id)) {
            return;
        }
        await this.membership.services.loadMissing(refund.lines.map((line) => line.product_id));
        order.assertEditable();
        refund.lines.forEach((row) => this.addLine(order, row));
        order.deselectOrderline();
        this.pos.numberBuffer.reset();
    }

    addLine(order, row) {
        const { models } = this.pos;
        const taxes = models["account.tax"].readMany(row.tax_ids);
        return models["pos.order.line"].create({
            order_id: order,
            product_id: models["product.product"].get(row.product_id),
            full_product_name: row.full_product_name,
            operation_id: row.operation_id,
            operation_row: row.operation_row,
            qty: row.qty,
            price_unit: row.price_unit,
            price_type: row.price_type,
            price_extra: 0,
            discount: 0,
            extra_tax_data: row.extra_tax_data,
            tax_ids: taxes.map((tax) => ["link", tax]),
        });
    }

    /** Returns {ok, answer}, or {ok: false, message} to show. */
    async call(method, args) {
        try {
            const answer = await this.pos.data.call("beauty.contract", method, [
                ...args,
                this.pos.config.id,
            ]);
            return { ok: true, answer };
        } catch (error) {
            if (error instanceof ConnectionLostError) {
                return { ok: false, message: _t("No connection. Refund it when it is back.") };
            }
            if (error instanceof RPCError) {
                return { ok: false, message: error.data?.message || error.message };
            }
            throw error;
        }
    }
}
