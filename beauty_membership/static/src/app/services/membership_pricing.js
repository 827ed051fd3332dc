// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { getHeldPrice, getPlanHoldings, getPlanUsePrice } from "./redemption_prices";
import { getTicketPreview } from "./ticket_preview";

/** What is left of the member's sessions beside all open tickets, and at which price. */
export class MembershipPricing {
    constructor(pos) {
        this.pos = pos;
    }

    get models() {
        return this.pos.models;
    }

    getCard(order) {
        return this.pos.memberCards.get(order?.partner_id);
    }

    getSession(order, entitlementId) {
        const sessions = this.getCard(order)?.sessions || [];
        return sessions.find((session) => session.entitlement_id === entitlementId);
    }

    // ---- What is left: six parked tickets, one member in two of them ----

    /** Return the units of a holding on this ticket and on the till's other open ones. */
    getPendingUnits(entitlementId, order) {
        const pending = { here: 0, elsewhere: 0 };
        for (const other of this.models["pos.order"].filter((o) => !o.finalized || o.isLocked())) {
            const place = other.uuid === order.uuid ? "here" : "elsewhere";
            pending[place] += other.lines
                .filter((line) => line.entitlement_id === entitlementId && line.qty > 0)
                .reduce((sum, line) => sum + line.qty, 0);
        }
        return pending;
    }

    getLeft(order, session) {
        const { here, elsewhere } = this.getPendingUnits(session.entitlement_id, order);
        return session.remaining - here - elsewhere;
    }

    canUse(order, session) {
        return session.can_use && !order.finalized && this.getLeft(order, session) > 0;
    }

    // ---- Price and tender ----

    repriceTicketsOf(partnerId) {
        this.pos
            .getOpenOrders()
            .filter((order) => order.partner_id?.id === partnerId)
            .forEach((order) => this.reprice(order));
    }

    /** Bring prices, tender and the preview of a ticket up to date. */
    reprice(order) {
        if (!order || order.finalized) {
            return;
        }
        if (order.redemptionLines.length && !order.isRefund) {
            this.repriceHeld(order);
            order.planLines
                .filter((line) => line.qty > 0)
                .forEach((line) => this.repricePlanUses(line));
        }
        order.updatePrepaidPayment();
        order.uiState.membership.preview = getTicketPreview(order, this);
    }

    repriceHeld(order) {
        const taken = {};
        for (const line of order.lines.filter((l) => l.entitlement_id > 0 && l.qty > 0)) {
            const session = this.getSession(order, line.entitlement_id);
            const before = taken[line.entitlement_id] || 0;
            taken[line.entitlement_id] = before + line.qty;
            this.applyPrice(line, session && getHeldPrice(session, line, before));
        }
    }

    repricePlanUses(planLine) {
        const holdings = getPlanHoldings(planLine, { full: true });
        for (const line of planLine.order_id.getUsesOfPlanLine(planLine)) {
            this.applyPrice(line, getPlanUsePrice(planLine, line, holdings));
        }
    }

    applyPrice(line, price) {
        if (!price) {
            return;
        }
        const taxes = this.models["account.tax"].readMany(price.tax_ids || []);
        const current = line.tax_ids.map((tax) => tax.id).join();
        line.update({
            price_unit: price.price_unit,
            extra_tax_data: price.extra_tax_data || false,
            ...(current === taxes.map((tax) => tax.id).join()
                ? {}
                : { tax_ids: [["set", ...taxes]] }),
        });
    }
}
