// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { ConfirmationPopup } from "@beauty_membership/app/components/popups/confirmation_popup/confirmation_popup";
import { findMethod, isEnough } from "@beauty_membership/app/utils/confirmation_rules";
import { toCents } from "@beauty_membership/app/utils/membership_rules";
import { ticketSecrets } from "@beauty_membership/app/utils/ticket_secrets";

/** How the member confirms what leaves her card. */
export class Confirmation {
    constructor(pos) {
        this.pos = pos;
    }

    // ---- What is asked ----

    getMethod(order) {
        const asked = findMethod(this.getMoves(order));
        const told = order.uiState.membership.asks?.method || "none";
        return isEnough(asked, told) ? asked : told;
    }

    /** What the ticket takes from each contract, and how that is confirmed, in cents. */
    getMoves(order) {
        const taken = new Map();
        const add = (terms, cents) => terms && taken.set(terms, (taken.get(terms) || 0) + cents);
        const digits = this.pos.currency.decimal_places;
        for (const line of order.redemptionLines.filter((row) => row.qty > 0)) {
            add(this.getTerms(order, line), toCents(line.exactTotals.included, digits));
        }
        for (const [id, [face]] of Object.entries(order.valueState?.shares || {})) {
            add(this.getTermsOfLot(order, Number(id)), face);
        }
        return [...taken].map(([terms, cents]) => [
            terms.method || terms.confirmation || "none",
            toCents(terms.min_amount || terms.confirmation_min_amount || 0, digits),
            cents,
        ]);
    }

    getTerms(order, line) {
        if (line.plan_line_uuid) {
            const sold = order.lines.find((other) => other.uuid === line.plan_line_uuid);
            return sold?.soldPlan;
        }
        for (const member of order.members) {
            const card = this.pos.memberCards.get(member);
            const session = card?.sessions.find((s) => s.entitlement_id === line.entitlement_id);
            const row =
                session || card?.passes?.find((p) => p.entitlement_id === line.entitlement_id);
            if (row) {
                return card.confirmation?.contracts[row.contract_id];
            }
        }
        return undefined;
    }

    getTermsOfLot(order, id) {
        const card = this.pos.memberCards.get(order.partner_id);
        const lot = card?.value_lots?.find((row) => row.entitlement_id === id);
        return lot && card.confirmation?.contracts[lot.contract_id];
    }

    // ---- Ask ----

    /** Returns whether the ticket may go: nothing is asked, or the member confirmed it. */
    async ensure(order) {
        const method = order.isRefund ? "none" : this.getMethod(order);
        if (method === "none" || this.has(order, method)) {
            return true;
        }
        const given = await makeAwaitable(this.pos.dialog, ConfirmationPopup, { order, method });
        this.keep(order, given);
        return Boolean(given);
    }

    /** Without a connection a signature is taken; a PIN or code becomes a slip to sign. */
    async ensureOffline(order) {
        return this.getMethod(order) === "signature" ? this.ensure(order) : true;
    }

    has(order, method) {
        const given = order.uiState.membership.signature ? "signature" : "none";
        return isEnough(ticketSecrets.get(order.uuid)?.method || given, method);
    }

    keep(order, given) {
        if (given?.method === "signature") {
            order.uiState.membership.signature = given.value;
        } else if (given) {
            ticketSecrets.set(order.uuid, given);
        }
    }

    forget(order) {
        ticketSecrets.delete(order.uuid);
        order.uiState.membership.signature = null;
    }

    /** The server did not take it: it is asked for again. */
    onRefusal(order, error) {
        const { name, context } = error.data || {};
        if (name?.endsWith("ConfirmationRefused")) {
            this.forget(order);
            const { asks } = order.uiState.membership;
            order.uiState.membership.asks = { ...asks, method: context?.method };
        }
    }
}
