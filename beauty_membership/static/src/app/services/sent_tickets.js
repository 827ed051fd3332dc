// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { AlertDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError, RPCError } from "@web/core/network/rpc";
import { handleRPCError } from "@point_of_sale/app/utils/error_handlers";

const RETRY_MS = 5000;

/**
 * Tickets sent to the server, until its answer is known.
 *
 * Locked: the ticket was sent and the answer did not come: neither draft nor paid,
 * repeated by its uuid until the server answers.
 */
export class SentTickets {
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
