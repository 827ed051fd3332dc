// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { fromCents, toCents } from "@beauty_membership/app/utils/membership_rules";
import { giveBack } from "@beauty_membership/app/utils/value_rules";

/** Refund lines bring stored value and points back as they were spent. */
export class ValueRefund {
    constructor(pos) {
        this.pos = pos;
    }

    get digits() {
        return this.pos.currency.decimal_places;
    }

    getOriginals(order) {
        return order.lines.map((line) => line.refunded_orderline_id).filter(Boolean);
    }

    /** Whether lines of that kind of ticket may have taken from a card. */
    concerns(order) {
        return this.getOriginals(order).some(
            (line) => line.hasShares || line.order_id?.prepaidPayment || line.beauty_reward_id
        );
    }

    /** Ask the server what the lines took; it is kept with the ticket. */
    async load(order) {
        const { membership } = order.uiState;
        if (membership.back || !order.isRefund || !this.concerns(order)) {
            return;
        }
        const ids = this.getOriginals(order).map((line) => line.id);
        membership.back = await this.pos.data.call("pos.order.line", "get_refund_terms", [ids]);
        this.pos.membership.reprice(order);
    }

    /** What each line brings back; the principal joins the prepaid payment. */
    spread(order) {
        const terms = order.uiState.membership.back;
        if (!terms) {
            return;
        }
        let cents = 0;
        for (const line of order.lines.filter((l) => l.qty < 0 && l.refunded_orderline_id)) {
            const taken = terms[line.refunded_orderline_id.id];
            cents += taken ? this.restore(line, taken) : 0;
        }
        order.setValueState({
            wanted: false,
            tender: -fromCents(cents, this.digits),
            shares: {},
        });
    }

    /** Write what comes back on a refund line; returns the principal, in cents. */
    restore(line, { quantity, before, amounts }) {
        const original = line.refunded_orderline_id;
        const back = Math.min(Math.round(-line.qty * 1000), quantity - before);
        const part = (cents) => giveBack(cents, quantity, before, back);
        const share = (amount) =>
            -fromCents(part(toCents(amount || 0, this.digits)), this.digits) || 0;
        line.update({
            manual_discount: original.manual_discount || 0,
            bonus_amount: share(original.bonus_amount),
            points_amount: share(original.points_amount),
        });
        return amounts.reduce((sum, amount) => sum + part(amount), 0);
    }
}
