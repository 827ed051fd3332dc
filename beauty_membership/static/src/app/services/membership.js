// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { AlertDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { _t } from "@web/core/l10n/translation";
import OrderPaymentValidation from "@point_of_sale/app/utils/order_payment_validation";
import { GiftCodes } from "./gift_codes";
import { HoldingNames } from "./holding_names";
import { OfferTerms } from "./offer_terms";
import { Joining } from "./joining";
import { MembershipPricing } from "./membership_pricing";
import { PartPayment } from "./part_payment";
import { Payers } from "./payers";
import { Refunds } from "./refunds";
import { getPlanHoldings, getUsable } from "./plan_holdings";
import { ServiceChoice } from "./service_choice";
import { Upgrades } from "./upgrades";

/** Taking prepaid sessions on a ticket: the use itself, done by whom, and paying. */
export class Membership extends MembershipPricing {
    constructor(pos) {
        super(pos);
        this.isCapturing = false;
        this.gifts = new GiftCodes(this);
        this.joining = new Joining(this);
        this.names = new HoldingNames(this);
        this.offers = new OfferTerms(this);
        this.parts = new PartPayment(this);
        this.payers = new Payers(this);
        this.services = new ServiceChoice(this);
        this.refunds = new Refunds(this);
        this.upgrades = new Upgrades(this);
    }

    // ---- Use ----

    /**
     * Put one session on the ticket: line, price, tender, technician.
     * @param {Object} options.partner whose card it is: another member comes herself
     */
    async use(order, session, { technicianId, partner } = {}) {
        if (!order?.partner_id) {
            return this.explainNoCustomer();
        }
        if (!this.canUse(order, session)) {
            return;
        }
        const product = await this.services.choose(this.getUsableProducts(order, session), session);
        if (!product) {
            return;
        }
        const line = this.createRedemption(order, product, {
            entitlement_id: session.entitlement_id,
            technician_id:
                technicianId || this.pos.staff.getDefaultTechnician(order, product, partner),
            beneficiary_id: partner && partner !== order.partner_id ? partner.id : false,
        });
        line.uiState.isVisit = session.kind === "pass";
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
        const holdings = getPlanHoldings(planLine);
        const product = await this.services.choose(
            holdings.flatMap((holding) => getUsable(holding)),
            {
                units: Object.assign({}, ...holdings.map((holding) => holding.units)),
            }
        );
        if (!product) {
            return;
        }
        const line = this.createRedemption(order, product, { plan_line_uuid: planLine.uuid });
        const source = holdings.find((holding) => getUsable(holding).includes(product.id));
        line.uiState.isVisit = source.kind === "pass";
        this.reprice(order);
        await this.pos.staff.askMissingTechnician(line);
        return line;
    }

    hasPlanUse(planLine) {
        return getPlanHoldings(planLine).some((holding) => getUsable(holding).length);
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

    // ---- Pay ----

    /** Last look before money or sessions move. Returns whether to go on. */
    async prepare(order) {
        if (order.needsMember && !order.partner_id) {
            this.explainNoCustomer();
            return false;
        }
        if (order.movesHoldings && !order.isRefund && !order.prepaidMethod) {
            this.alert(
                _t("Prepaid tender missing"),
                _t("This register has no prepaid payment method yet. Close and reopen it.")
            );
            return false;
        }
        const offline = this.pos.data.network.offline;
        if (!offline && !(await this.names.nameAll(order))) {
            return false;
        }
        if (!(await this.offers.prepare(order))) {
            return false;
        }
        await this.pos.value.refund.load(order);
        this.reprice(order);
        return true;
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
