// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { getHoldings } from "@beauty_membership/app/utils/card_holdings";
import { getPlanHoldings, getPlanUsePrice } from "./plan_holdings";
import { getHeldPrice } from "./redemption_prices";
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

    /** Cards of the ticket: its customer's, and those of other members who pay. */
    getCards(order) {
        const cards = (order?.members || []).map((partner) => this.pos.memberCards.get(partner));
        return cards.filter(Boolean);
    }

    /** Return a holding of sessions, a pass or kept goods, from a card of the ticket. */
    getSession(order, entitlementId) {
        return this.getCards(order)
            .flatMap((card) => getHoldings(card))
            .find((holding) => holding.entitlement_id === entitlementId);
    }

    /** Return the card that a line takes from. */
    getOwner(line) {
        const { order_id: order, entitlement_id: id } = line;
        const isHeld = (card) => getHoldings(card).some((h) => h.entitlement_id === id);
        return this.getCards(order).find(isHeld);
    }

    /** Return whose holding a line takes, if not the ticket's customer's. */
    getOwnerName(line) {
        const { order_id: order, entitlement_id: id } = line;
        const owner = this.getOwner(line);
        if (!owner || owner.partner_id !== order.partner_id?.id) {
            return owner?.name || "";
        }
        return this.getSession(order, id).owner_name || "";
    }

    // ---- What is left: six parked tickets, one member in two of them ----

    /** Return what one of a service costs of a holding: dear ones cost more units. */
    getUnits(holding, productId) {
        return holding?.units?.[productId] || 1;
    }

    getLineUnits(line, holding = this.getSession(line.order_id, line.entitlement_id)) {
        return line.qty * this.getUnits(holding, line.product_id.id);
    }

    /** Return the units of a holding on this ticket and on the till's other open ones. */
    getPendingUnits(entitlementId, order) {
        const pending = { here: 0, elsewhere: 0 };
        const holding = this.getSession(order, entitlementId);
        for (const other of this.models["pos.order"].filter((o) => !o.finalized || o.isLocked())) {
            const place = other.uuid === order.uuid ? "here" : "elsewhere";
            pending[place] += other.lines
                .filter((line) => line.entitlement_id === entitlementId && line.qty > 0)
                .reduce((sum, line) => sum + this.getLineUnits(line, holding), 0);
        }
        return pending;
    }

    getLeft(order, session) {
        const { here, elsewhere } = this.getPendingUnits(session.entitlement_id, order);
        return session.remaining - here - elsewhere;
    }

    /** Whether a holding is of goods that the shop keeps, not of services. */
    isGoods({ kind, product_ids: ids }) {
        const products = this.models["product.product"].readMany(ids);
        return kind === "goods" || products.some((product) => product?.isGoods);
    }

    /** Return what the member may still use of sessions shared with her up to a cap. */
    getSharedLeft(order, { entitlement_id: id, shared_left: most }) {
        return Number.isFinite(most) ? most - this.getPendingUnits(id, order).here : Infinity;
    }

    /** Return the ids of the services that what is left is enough for. */
    getUsableProducts(order, session) {
        const left = Math.min(this.getLeft(order, session), this.getSharedLeft(order, session));
        return session.product_ids.filter((id) => this.getUnits(session, id) <= left);
    }

    canUse(order, session) {
        return (
            session.can_use && !order.finalized && this.getUsableProducts(order, session).length > 0
        );
    }

    // ---- Price and tender ----

    repriceTicketsOf(partnerId) {
        this.pos
            .getOpenOrders()
            .filter((order) => order.members.some(({ id }) => id === partnerId))
            .forEach((order) => this.reprice(order));
    }

    /** Bring prices, tender and the preview of a ticket up to date. */
    reprice(order) {
        if (!order || order.finalized) {
            return;
        }
        this.pos.points.spread(order);
        this.pos.value.spread(order);
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
            const after = before + this.getLineUnits(line, session);
            taken[line.entitlement_id] = after;
            this.applyPrice(line, session && getHeldPrice(session, line, after));
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
