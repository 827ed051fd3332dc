// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { reactive } from "@odoo/owl";
import { AlertDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";
import "@pos_hr/app/services/pos_store";
import "@pos_loyalty/app/services/pos_store";
import { PosStore } from "@point_of_sale/app/services/pos_store";
import { ask } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { MemberCards } from "./member_cards";
import { Membership } from "./membership";
import { Staff } from "./staff";
import { showTierNews } from "./tier_news";
import { WaitingTickets } from "./waiting_tickets";

patch(PosStore.prototype, {
    async setup(env, { bus_service }) {
        this.memberCards = reactive(new MemberCards(this));
        this.staff = reactive(new Staff(this));
        this.membership = reactive(new Membership(this));
        this.waitingTickets = reactive(new WaitingTickets(this));
        bus_service.subscribe("BEAUTY_MEMBER_CHANGED", (payload) =>
            this.memberCards.onChanged(payload)
        );
        window.addEventListener("pos-network-online", () => this.waitingTickets.onReconnect());
        await super.setup(...arguments);
        this.waitingTickets.retryLocked();
    },

    // ---- Lines ----

    async addLineToOrder() {
        const line = await super.addLineToOrder(...arguments);
        this.staff.setDefaultStaff(line);
        if (line?.order_id) {
            this.membership.reprice(line.order_id);
        }
        return line;
    },

    // ---- Customer ----

    setPartnerToCurrentOrder(partner) {
        const order = this.getOrder();
        const change = () => {
            super.setPartnerToCurrentOrder(...arguments);
            return partner && this.memberCards.load(partner.id);
        };
        const isSame = partner && partner.id === order?.partner_id?.id;
        if (isSame || !order?.linesOfMember.length) {
            return change();
        }
        return this.releaseUses(order).then((released) => released && change());
    },
    /** Sessions and arrears of the old customer leave the ticket, if the cashier agrees. */
    async releaseUses(order) {
        const confirmed = await ask(this.dialog, {
            title: _t("Change the customer?"),
            body: _t(
                "The ticket has sessions or arrears of %s. They leave the ticket with another customer.",
                order.getPartnerName()
            ),
            confirmLabel: _t("Change"),
        });
        if (confirmed) {
            order.linesOfMember.forEach((line) => order.removeOrderline(line));
        }
        return confirmed;
    },

    /** Search all members on the server; what it finds is loaded. */
    async findMembers(query) {
        const result = await this.data.call("res.partner", "find_members", [query, this.config.id]);
        await this.loadMembers(result);
        const ids = result.partners.map((partner) => partner.id);
        return { partners: this.models["res.partner"].readMany(ids), exact: result.exact };
    },

    /** Take the rows of contacts that the server found or made. */
    async loadMembers(result) {
        const records = await this.data.missingRecursive({
            "res.partner": result["res.partner"],
            "account.fiscal.position": result["account.fiscal.position"] || [],
        });
        this.models.connectNewData(records);
    },

    /** What was noted or sent without an answer cannot be thrown away. */
    async _onBeforeDeleteOrder(order) {
        if (order.isWaiting()) {
            this.membership.alert(
                _t("This ticket waits for the connection"),
                _t("Capture it first. What was a mistake can be undone then.")
            );
            return false;
        }
        return super._onBeforeDeleteOrder(...arguments);
    },

    // ---- Pay ----

    async pay() {
        const order = this.getOrder();
        if (!order?.hasMembershipLines) {
            return super.pay();
        }
        if (order.isNoted()) {
            return this.waitingTickets.capture(order);
        }
        if (!(await this.membership.prepare(order))) {
            return;
        }
        if (order.redemptionLines.length && !order.isRefund && this.data.network.offline) {
            return (await this.waitingTickets.note(order)) && super.pay();
        }
        return order.isFullyPrepaid ? this.membership.capture(order) : super.pay();
    },

    /** Prepayments of a captured ticket are final. */
    canEditPayment(order) {
        return !order.prepaidPayment && super.canEditPayment(...arguments);
    },

    // ---- Sync ----

    getSyncAllOrdersContext() {
        return { ...super.getSyncAllOrdersContext(...arguments), beauty_card: true };
    },
    getPendingOrder() {
        const pending = super.getPendingOrder(...arguments);
        const isFree = (order) => !order.isWaiting();
        pending.orderToCreate = pending.orderToCreate.filter(isFree);
        pending.orderToUpdate = pending.orderToUpdate.filter(isFree);
        return pending;
    },
    async syncAllOrders(options = {}) {
        try {
            return await this._syncValidatedFirst(options, (opts) => super.syncAllOrders(opts));
        } finally {
            this._keepUnsentDirty();
        }
    },
    /** A ticket being validated answers for itself alone, not for others that wait. */
    async _syncValidatedFirst(options, sync) {
        const order = this.models["pos.order"].getBy("uuid", this.validatingUuid);
        if (!order || !options.throw || options.orders) {
            return sync(options);
        }
        const result = await sync({ ...options, orders: [order], force: true });
        await sync({ ...options, throw: false });
        return result;
    },
    /** What was sent without an answer is sent again: stock forgets it until a reload. */
    _keepUnsentDirty() {
        this.models["pos.order"]
            .filter((order) => order.isUnsyncedPaid && !order.isDirty())
            .forEach((order) => order._markDirty());
    },
    async preSyncAllOrders(orders) {
        orders.filter((o) => o.hasMembershipLines).forEach((o) => this.membership.reprice(o));
        return super.preSyncAllOrders(...arguments);
    },
    postSyncAllOrders(orders) {
        this.data.takeSyncedMemberCards().forEach((card) => this.memberCards.put(card));
        orders.forEach((order) => showTierNews(this, order));
        return super.postSyncAllOrders(...arguments);
    },

    // ---- Closing ----

    async closeSession() {
        if (await this.finishWaitingTickets()) {
            return super.closeSession(...arguments);
        }
    },
    /** Before the register closes each noted use is captured or has an owner. */
    async finishWaitingTickets() {
        await this.waitingTickets.retryLocked();
        for (const order of this.waitingTickets.getNoted()) {
            await this.waitingTickets.capture(order);
        }
        if (this.waitingTickets.count) {
            this.dialog.add(AlertDialog, {
                title: _t("Tickets are waiting for the connection"),
                body: _t("Close the register once the noted and locked tickets are captured."),
            });
        }
        return !this.waitingTickets.count;
    },
});
