// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { fromCents, toCents } from "@beauty_membership/app/utils/membership_rules";
import { ValuePots } from "./value_pots";
import { spend } from "@beauty_membership/app/utils/value_rules";
import { getLineTotalUnder } from "@beauty_membership/app/utils/line_totals";

/** Paying a ticket with stored value: what the card says, spread over its lines. */
export class ValueSpending extends ValuePots {
    // ---- Pay with it ----

    /** Pay all it may, or an amount. Returns whether something is paid. */
    async pay(order, amount = true) {
        if (!(await this.canPay(order))) {
            return false;
        }
        const wanted = amount === true ? this.getWanted(order) : amount;
        order.setValueState({ wanted, tender: 0, shares: {} });
        this.pos.membership.reprice(order);
        if (!order.movesValue) {
            this.remove(order);
            this.explainNothing(order);
            return false;
        }
        if (amount !== true && order.valueCovered < amount) {
            this.notify(
                _t("Stored value pays %s of this ticket.", this.format(order.valueCovered))
            );
        }
        order.selectValue();
        return true;
    }

    /** Without other tenders all of the ticket, else what they leave. */
    getWanted(order) {
        const others = order.payment_ids.filter((payment) => !payment.isPrepaid);
        return others.length ? order.remainingDue + order.valueCovered : true;
    }

    async canPay(order) {
        if (this.pos.data.network.offline) {
            this.explainOffline();
            return false;
        }
        if (!order.partner_id && !order.uiState.membership.gift) {
            this.pos.membership.explainNoCustomer();
            return false;
        }
        await this.pos.memberCards.ensure(order.partner_id);
        return !order.finalized && !order.isRefund;
    }

    remove(order) {
        order.dropValue();
        order.uiState.membership.gift = null;
        order.gift_code = false;
        this.pos.membership.reprice(order);
    }

    // ---- Spread over the lines ----

    /** Bring bonus, discounts and tender of a ticket up to date. */
    spread(order) {
        if (order.isRefund) {
            return this.refund.spread(order);
        }
        this.recoverState(order);
        const state = order.valueState;
        if (!state?.wanted || !this.isKnown(order)) {
            return;
        }
        const lines = this.getPayable(order).map((line) => this.getRuleLine(line));
        const total = this.getTotal(order, lines, state.wanted);
        const covers = this.coverLines(lines, this.getPots(order), total);
        const sum = (name) => covers.reduce((cents, cover) => cents + cover[name], 0);
        order.setValueState({
            wanted: state.wanted,
            tender: fromCents(sum("tender"), this.digits),
            shares: this.sumShares(covers),
            tenders: Object.fromEntries(
                covers.map(({ key, tender }) => [key.uuid, fromCents(tender, this.digits)])
            ),
        });
    }

    /** A parked ticket from the server: what was paid is what was wanted. */
    recoverState(order) {
        if (!order.valueState) {
            const tender = order.isSynced ? order.getPaidTender() : 0;
            const covered = this.pos.currency.round(tender + order.valueBonus);
            order.setValueState({ wanted: covered > 0 && covered, tender, shares: {} });
        }
    }

    isKnown(order) {
        return order.uiState.membership.gift || this.pos.memberCards.get(order.partner_id);
    }

    /** A gift discounts what it pays, and arrears have no discount. */
    getPayable(order) {
        const hasGift = this.getLots(order).some((lot) => lot.is_bonus);
        return order.valueLines.filter((line) => !(hasGift && line.isArrears));
    }

    getRuleLine(line) {
        const cents = (amount) => toCents(amount, this.digits);
        const price = cents(line.ownTotal);
        return {
            key: line,
            productId: line.product_id.id,
            price,
            gross: price - cents(line.points_amount || 0),
            prices: line.hasAgreedAmount ? {} : this.getPrices(line),
            isPlan: Boolean(line.soldPlan),
        };
    }

    /** Totals of a line under the pricelists that hold for what is paid by value. */
    getPrices(line) {
        const prices = {};
        for (const { pricelist_id: id } of this.getLots(line.order_id)) {
            const pricelist = id && this.pos.models["product.pricelist"].get(id);
            if (pricelist && !(id in prices)) {
                prices[id] = toCents(getLineTotalUnder(line, pricelist), this.digits);
            }
        }
        return prices;
    }

    /** Cents to cover: not more than the ticket asks, tips apart. */
    getTotal(order, lines, wanted) {
        const due = order.lines
            .filter((line) => !line.isRedemption && !line.isTipLine())
            .reduce((sum, line) => sum + line.totalAfterPoints, 0);
        const most = Math.max(0, toCents(this.pos.currency.round(due), this.digits));
        return wanted === true ? most : Math.min(most, toCents(wanted, this.digits));
    }

    /** Where taxes on top miss a cent, the line says so and the rest follows. */
    coverLines(lines, pots, total) {
        let covers = [];
        for (let tries = 0; tries <= lines.length; tries++) {
            covers = spend(lines, pots, total);
            const off = lines.find((line) => this.applyCover(line, covers));
            if (!off) {
                break;
            }
        }
        return covers;
    }

    /** Returns whether the line carries another bonus than asked, found just now. */
    applyCover(line, covers) {
        const bonus = covers.find((cover) => cover.key === line.key)?.bonus || 0;
        const { key } = line;
        key.setShares({ bonus: fromCents(bonus, this.digits), points: key.points_amount || 0 });
        const carried = toCents(key.bonus_amount || 0, this.digits);
        const isNew = carried !== bonus && line.bonus !== carried;
        if (isNew) {
            line.bonus = carried;
        }
        return isNew;
    }

    sumShares(covers) {
        const shares = {};
        for (const [id, [face, amount]] of covers.flatMap((c) => Object.entries(c.shares))) {
            const [before, behind] = shares[id] || [0, 0];
            shares[id] = [before + face, behind + amount];
        }
        return shares;
    }
}
