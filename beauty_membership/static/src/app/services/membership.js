// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { AlertDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { _t } from "@web/core/l10n/translation";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { SelectionPopup } from "@point_of_sale/app/components/popups/selection_popup/selection_popup";
import OrderPaymentValidation from "@point_of_sale/app/utils/order_payment_validation";
import { UNNAMED_HOLDING } from "@beauty_membership/app/models/pos_order_line";
import { getHeldPrice, getPlanHoldings, getPlanUsePrice } from "./redemption_prices";
import { getTicketPreview } from "./ticket_preview";

/** Taking prepaid sessions on a ticket: what is left, at which price, done by whom. */
export class Membership {
    constructor(pos) {
        this.pos = pos;
        this.isCapturing = false;
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

    // ---- Use ----

    /** Put one session on the ticket: line, price, tender, technician. */
    async use(order, session, technicianId) {
        if (!order?.partner_id) {
            return this.explainNoCustomer();
        }
        if (!this.canUse(order, session)) {
            return;
        }
        const product = await this.chooseProduct(session.product_ids);
        if (!product) {
            return;
        }
        const line = this.createRedemption(order, product, {
            entitlement_id: session.entitlement_id,
            ...(technicianId ? { technician_id: technicianId } : {}),
        });
        this.reprice(order);
        await this.pos.staff.askMissingTechnician(line);
        return line;
    }

    /** First session of a package that is bought on this same ticket. */
    async usePlanLine(planLine) {
        const order = planLine.order_id;
        if (!order.partner_id) {
            return this.explainNoCustomer();
        }
        const holdings = getPlanHoldings(planLine).filter((holding) => holding.remaining > 0);
        const product = await this.chooseProduct(holdings.flatMap((holding) => holding.productIds));
        if (!product) {
            return;
        }
        const line = this.createRedemption(order, product, { plan_line_uuid: planLine.uuid });
        this.reprice(order);
        await this.pos.staff.askMissingTechnician(line);
        return line;
    }

    hasPlanUse(planLine) {
        return getPlanHoldings(planLine).some((holding) => holding.remaining > 0);
    }

    /** A use noted without a connection and without a card: named on reconnecting. */
    async useUnnamed(order, product) {
        const line = this.createRedemption(order, product, { entitlement_id: UNNAMED_HOLDING });
        await this.pos.staff.askMissingTechnician(line);
        return line;
    }

    async chooseProduct(productIds) {
        const unique = [...new Set(productIds)];
        await this.loadMissingProducts(unique);
        const products = this.models["product.product"].readMany(unique);
        return products.length ? this.askProduct(products) : this.explainNoProduct();
    }

    askProduct(products) {
        if (products.length === 1) {
            return products[0];
        }
        return makeAwaitable(this.pos.dialog, SelectionPopup, {
            title: _t("Which service?"),
            list: products.map((p) => ({ id: p.id, label: p.display_name, item: p })),
        });
    }

    async loadMissingProducts(productIds) {
        const missing = productIds.filter((id) => !this.models["product.product"].get(id));
        if (missing.length && !this.pos.data.network.offline) {
            await this.pos.loadNewProducts([["product_variant_ids", "in", missing]]);
        }
    }

    createRedemption(order, product, source) {
        order.assertEditable();
        const line = this.models["pos.order.line"].create({
            order_id: order,
            product_id: product,
            qty: 1,
            price_unit: 0,
            price_extra: 0,
            price_type: "automatic",
            tax_ids: [],
            technician_id: this.pos.staff.getDefaultTechnician(order, product),
            ...source,
        });
        order.deselectOrderline();
        this.pos.numberBuffer.reset();
        return line;
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

    // ---- Pay ----

    /** Last look before money or sessions move. Returns whether to go on. */
    async prepare(order) {
        if (order.hasMembershipLines && !order.partner_id) {
            this.explainNoCustomer();
            return false;
        }
        if (order.redemptionLines.length && !order.isRefund && !order.prepaidMethod) {
            this.alert(
                _t("Prepaid tender missing"),
                _t("This register has no prepaid payment method yet. Close and reopen it.")
            );
            return false;
        }
        if (!this.pos.data.network.offline && !(await this.nameHoldings(order))) {
            return false;
        }
        this.reprice(order);
        return true;
    }

    /** Uses noted without a card take the holding the card proposes. Returns whether all do. */
    async nameHoldings(order) {
        const unnamed = this.getUnnamed(order);
        if (unnamed.length) {
            await this.pos.memberCards.load(order.partner_id.id);
            unnamed.forEach((line) => this.nameHolding(order, line));
        }
        const [left] = this.getUnnamed(order);
        if (left) {
            this.alert(_t("No session left"), this.getNoSessionText(left));
        }
        return !left;
    }

    getUnnamed(order) {
        return order.redemptionLines.filter((line) => line.entitlement_id === UNNAMED_HOLDING);
    }

    getNoSessionText(line) {
        return _t("%(member)s has no session of %(service)s that can be used.", {
            member: line.order_id.getPartnerName(),
            service: line.getFullProductName(),
        });
    }

    nameHolding(order, line) {
        const sessions = this.getCard(order)?.sessions || [];
        const fits = sessions.filter(
            (s) => s.product_ids.includes(line.product_id.id) && this.canUse(order, s)
        );
        const session = fits.find((s) => s.is_proposed) || fits[0];
        if (session) {
            line.entitlement_id = session.entitlement_id;
        }
    }

    /** Validate a ticket that is covered by prepaid sessions: nothing is left to pay. */
    async capture(order) {
        if (this.isCapturing) {
            return;
        }
        this.isCapturing = true;
        try {
            const validation = new OrderPaymentValidation({ pos: this.pos, orderUuid: order.uuid });
            return await validation.validateOrder(false);
        } finally {
            this.isCapturing = false;
        }
    }

    // ---- Words ----

    alert(title, body) {
        this.pos.dialog.add(AlertDialog, { title, body });
    }

    explainNoCustomer() {
        this.alert(
            _t("Choose the member first"),
            _t("A package or a prepaid session belongs to a member. Find the customer, then go on.")
        );
        return undefined;
    }

    explainNoProduct() {
        this.alert(
            _t("Service not found"),
            _t("The service of this session is not sold at this register. Ask a manager.")
        );
        return undefined;
    }
}
