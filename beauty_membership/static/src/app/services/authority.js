// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError } from "@web/core/network/rpc";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { ApprovalPopup } from "@beauty_membership/app/components/popups/approval_popup/approval_popup";
import { findExcess, isCovered } from "@beauty_membership/app/utils/authority_rules";
import { getLineTotalUnder, getTotalAt } from "@beauty_membership/app/utils/line_totals";
import { fromCents, toCents } from "@beauty_membership/app/utils/membership_rules";

/** What the cashier may give by herself, and whom she asks for more. */
export class Authority {
    constructor(pos) {
        this.pos = pos;
        this.answers = {};
    }

    get rules() {
        return this.pos.config._beauty_authority || false;
    }

    get digits() {
        return this.pos.currency.decimal_places;
    }

    /** The limits of who sells; undefined: none. */
    get limits() {
        const { rules } = this;
        if (!rules) {
            return undefined;
        }
        const { employees, rows } = rules;
        const key = this.pos.config.module_pos_hr
            ? (employees[this.pos.getCashier()?.id] ?? rules.default)
            : rules.user;
        return rows[key];
    }

    // ---- What a ticket gives ----

    isJudged(line) {
        return !(
            line.isRedemption ||
            line.refunded_orderline_id ||
            line.combo_parent_id ||
            line.combo_line_ids?.length ||
            line.isArrears ||
            line.isPayOut ||
            line.isUpgrade ||
            line.is_reward_line ||
            line.isTipLine() ||
            line.soldPlan?.is_open_amount
        );
    }

    getPricelists(order) {
        const own = [
            this.pos.config.pricelist_id,
            order.partner_id?.property_product_pricelist,
            order.preset_id?.pricelist_id,
        ];
        const allowed = this.limits?.pricelist_ids || [];
        return [...own, ...this.pos.models["product.pricelist"].readMany(allowed)].filter(Boolean);
    }

    /** A line as the rule sees it. */
    getSale(line) {
        const cents = (amount) => toCents(amount, this.digits);
        const paid = cents(line.ownTotal + (line.plan_amount_due || 0));
        const hasPrice = line.qty > 0 && paid >= 0;
        const listed = hasPrice ? cents(this.getListed(line)) : 0;
        return {
            line,
            listed,
            paid,
            isPriceChanged: line.price_type !== "original",
            giftSessions: listed && !paid ? this.countSessions(line) : 0,
        };
    }

    getListed(line) {
        const allowed = this.getPricelists(line.order_id);
        const { pricelist_id: pricelist } = line.order_id;
        const isAllowed = !pricelist || allowed.some((own) => own.id === pricelist.id);
        return isAllowed && line.price_type === "original"
            ? getTotalAt(line, 0)
            : getLineTotalUnder(line, isAllowed ? pricelist : allowed[0]);
    }

    countSessions(line) {
        const rows = line.soldPlan?.line_ids.filter((row) => row.kind === "session") || [];
        return rows.reduce((sum, row) => sum + row.quantity, 0) * line.qty;
    }

    getSales(order) {
        const judged = order.lines.filter((line) => line.extra_bonus || this.isJudged(line));
        return judged.map((line) => ({
            ...(this.isJudged(line) ? this.getSale(line) : { line, listed: 0, paid: 0 }),
            bonus: toCents(line.extra_bonus || 0, this.digits),
        }));
    }

    getExcess(order) {
        const { limits } = this;
        const isJudged = limits?.has_limits || order.lines.some((line) => line.extra_bonus);
        return limits && isJudged ? findExcess(this.getSales(order), limits) : {};
    }

    // ---- Ask ----

    /** Returns whether the ticket may be sold: within the limits, or approved. */
    async ensure(order) {
        const state = order.uiState.membership;
        const excess = { ...this.getExcess(order), ...state.asks?.excess };
        if (!Object.keys(excess).length) {
            state.approval = null;
            return true;
        }
        if (state.approval && isCovered(excess, state.approval.excess || {})) {
            return true;
        }
        state.approval = null;
        const approval = await makeAwaitable(this.pos.dialog, ApprovalPopup, {
            order,
            request: this.getRequest(order, excess),
        });
        state.approval = approval || null;
        return Boolean(approval);
    }

    getRequest(order, excess) {
        const given = this.getSales(order).filter((sale) => sale.bonus || sale.listed > sale.paid);
        const amount = given.reduce(
            (sum, sale) => sum + sale.bonus + Math.max(0, sale.listed - sale.paid),
            0
        );
        const rows = given.map((sale) => this.describe(sale));
        const cashier = this.pos.getCashier();
        return {
            order_uuid: order.uuid,
            partner_id: order.partner_id?.id,
            employee_id: this.pos.config.module_pos_hr ? cashier?.id : undefined,
            excess,
            amount: fromCents(amount, this.digits),
            description: rows[0] || _t("Price below the list"),
            details: rows.join("\n"),
        };
    }

    describe({ line, paid, listed, bonus }) {
        const format = (cents) => this.pos.env.utils.formatCurrency(fromCents(cents, this.digits));
        if (bonus) {
            return _t("%(name)s: %(bonus)s extra bonus", {
                name: line.getFullProductName(),
                bonus: format(bonus),
            });
        }
        return _t("%(qty)s × %(name)s: %(paid)s instead of %(listed)s", {
            qty: line.qty,
            name: line.getFullProductName(),
            paid: format(paid),
            listed: format(listed),
        });
    }

    /** Returns {ok, ...} or {ok: false, offline} when nobody answers. */
    async call(method, ...args) {
        try {
            const answer = await this.pos.data.call("beauty.approval", method, [
                ...args,
                this.pos.config.id,
            ]);
            return { ok: true, ...answer };
        } catch (error) {
            if (error instanceof ConnectionLostError) {
                return { ok: false, offline: true };
            }
            throw error;
        }
    }

    onAnswer({ approval_id: id, state, name }) {
        this.answers[id] = { state, name };
    }

    /** The server asked for more than the till expected. */
    onRefusal(order, error) {
        const { name, context } = error.data || {};
        if (name?.endsWith("AuthorityRefused")) {
            order.uiState.membership.approval = null;
            order.uiState.membership.asks = { excess: context?.excess || {} };
        }
    }
}
