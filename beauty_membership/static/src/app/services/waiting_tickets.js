// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { AlertDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { serializeDateTime } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError, RPCError } from "@web/core/network/rpc";
import { handleRPCError } from "@point_of_sale/app/utils/error_handlers";
import { getTicketPreview } from "./ticket_preview";
import { NotedSlip } from "@beauty_membership/app/screens/receipt_screen/noted_slip/noted_slip";
import { UNNAMED_HOLDING } from "@beauty_membership/app/models/pos_order_line";
import { WaitingPopup } from "@beauty_membership/app/components/popups/waiting_popup/waiting_popup";
import { NotedPopup } from "@beauty_membership/app/components/popups/waiting_popup/noted_popup";

const RETRY_MS = 5000;

/**
 * Tickets with prepaid sessions that the line kept from the server.
 *
 * Noted: the use was only written down, with a slip to sign; one tap captures it
 * later, at the noted time. Locked: the ticket was sent and the answer did not
 * come: neither draft nor paid, repeated by its uuid until the server answers.
 */
export class WaitingTickets {
    constructor(pos) {
        this.pos = pos;
        this.timer = null;
    }

    getNoted() {
        return this.pos.models["pos.order"].filter((o) => o.isNoted() && !o.isLocked());
    }

    getLocked() {
        return this.pos.models["pos.order"].filter((o) => o.isLocked());
    }

    get count() {
        return this.pos.models["pos.order"].filter((o) => o.isNoted() || o.isLocked()).length;
    }

    save() {
        return this.pos.data.synchronizeLocalDataInIndexedDB();
    }

    // ---- Noted ----

    /**
     * Write the uses of a ticket down and take them off it; what is sold goes on.
     * @returns the ticket that still has something to pay, if any
     */
    async note(order) {
        const uses = order.redemptionLines;
        const isPure = uses.length === order.lines.length;
        const noted = isPure ? order : this.splitOff(order, uses);
        noted.uiState.membership.notedAt = serializeDateTime(luxon.DateTime.now());
        noted.updatePrepaidPayment();
        if (isPure) {
            this.goToEmptyOrder();
        } else {
            this.pos.membership.reprice(order);
        }
        await this.save();
        this.pos.dialog.add(NotedPopup, { order: noted, print: () => this.printSlip(noted) });
        return isPure ? undefined : order;
    }

    goToEmptyOrder() {
        this.pos.setOrder(this.pos.getEmptyOrder());
        this.pos.navigate("ProductScreen", { orderUuid: this.pos.selectedOrderUuid });
    }

    splitOff(order, uses) {
        const noted = this.pos.createNewOrder({ partner_id: order.partner_id });
        noted.uiState.membership.preview = getTicketPreview(order, this.pos.membership);
        for (const line of uses) {
            // Its package is on the other ticket: the holding is named later.
            const named = line.plan_line_uuid
                ? { plan_line_uuid: false, entitlement_id: UNNAMED_HOLDING }
                : {};
            line.update({ order_id: noted, ...named });
        }
        [order, noted].forEach((ticket) => ticket.triggerRecomputeAllPrices());
        return noted;
    }

    printSlip(order) {
        return this.pos.printer.print(NotedSlip, { order }, { webPrintFallback: true });
    }

    /** One tap: the noted use is captured at the time it was noted. */
    async capture(order) {
        const partner = order.partner_id;
        if (this.pos.data.network.offline || !(await this.readCard(partner))) {
            this.pos.notification.add(_t("Still no connection. The ticket stays noted."), {
                type: "warning",
            });
            return false;
        }
        const { membership } = this.pos;
        membership.getUnnamed(order).forEach((line) => membership.nameHolding(order, line));
        const [left] = membership.getUnnamed(order);
        if (left) {
            await this.report(order, membership.getNoSessionText(left));
            return false;
        }
        membership.reprice(order);
        order.date_order = order.uiState.membership.notedAt;
        return this.send(order);
    }

    async readCard(partner) {
        await this.pos.memberCards.load(partner.id);
        return !this.pos.memberCards.isStale(partner);
    }

    // ---- Sent, answer or not ----

    /** Send a ticket as paid; only the server's word makes it so. */
    async send(order) {
        this.markSending(order, true);
        order.state = "paid";
        await this.save();
        try {
            await this.pos.syncAllOrders({ orders: [order], throw: true, force: true });
            this.settle(order);
            return true;
        } catch (error) {
            await this.handleFailure(order, error);
            return false;
        }
    }

    markSending(order, isSending) {
        Object.assign(order.uiState.membership, { sending: isSending });
    }

    settle(order) {
        const wasLocked = order.isLocked() || order.isNoted();
        Object.assign(order.uiState.membership, { notedAt: false, sending: false, locked: false });
        if (wasLocked) {
            this.announce(order);
        }
        this.save();
    }

    announce(order) {
        const name = order.getPartnerName();
        this.pos.notification.add(_t("The session of %s is captured.", name), {
            type: "success",
            sticky: true,
            buttons: [
                {
                    name: _t("Print receipt"),
                    primary: true,
                    onClick: () => this.pos.printReceipt({ order }),
                },
            ],
        });
    }

    async handleFailure(order, error) {
        if (error instanceof ConnectionLostError) {
            this.lock(order);
        } else if (error instanceof RPCError) {
            await this.refuse(order, error);
        } else {
            this.markSending(order, false);
            throw error;
        }
    }

    /** No answer: the ticket may or may not be captured. Ask again until we know. */
    lock(order) {
        Object.assign(order.uiState.membership, { sending: false, locked: true });
        this.save();
        this.scheduleRetry();
    }

    scheduleRetry() {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.retryLocked(), RETRY_MS);
    }

    async retryLocked() {
        clearTimeout(this.timer);
        for (const order of this.getLocked()) {
            if (!this.pos.data.network.offline) {
                await this.send(order);
            }
        }
        if (this.getLocked().length) {
            this.scheduleRetry();
        }
    }

    /** The line is back: locked tickets are asked for, the cashier hears of the noted. */
    async onReconnect() {
        await this.retryLocked();
        const noted = this.getNoted().length;
        if (noted) {
            this.pos.notification.add(_t("Noted tickets to capture: %s", noted), {
                type: "warning",
                sticky: true,
                buttons: [
                    {
                        name: _t("Show"),
                        primary: true,
                        onClick: () => this.pos.dialog.add(WaitingPopup, {}),
                    },
                ],
            });
        }
    }

    /** The server said no: nothing was stored. A noted use goes to its owner. */
    async refuse(order, error) {
        const wasNoted = order.isNoted();
        this.reopen(order);
        await this.pos.memberCards.load(order.partner_id?.id);
        if (wasNoted) {
            await this.report(order, error.data?.message || error.message);
        } else {
            handleRPCError(error, this.pos.dialog);
        }
    }

    reopen(order) {
        order.state = "draft";
        Object.assign(order.uiState.membership, { sending: false, locked: false });
        this.pos.removePendingOrder(order);
        this.save();
    }

    async report(order, message) {
        const ticket = order.serializeForORM({ keepCommands: true });
        const { owner_name: owner } = await this.pos.data.call("beauty.exception", "report_use", [
            ticket,
            message,
            this.pos.config.id,
        ]);
        this.pos.removePendingOrder(order);
        this.pos.data.localDeleteCascade(order);
        if (!this.pos.getOrder()) {
            this.pos.setOrder(this.pos.getEmptyOrder());
        }
        this.pos.dialog.add(AlertDialog, {
            title: _t("This use could not be captured"),
            body: _t("%(reason)s\n\nNothing is lost: %(owner)s will look into it.", {
                reason: message,
                owner: owner || _t("a manager"),
            }),
        });
    }
}
