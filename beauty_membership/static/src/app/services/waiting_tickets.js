// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { serializeDateTime } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { getTicketPreview } from "./ticket_preview";
import { NotedSlip } from "@beauty_membership/app/screens/receipt_screen/noted_slip/noted_slip";
import { UNNAMED_HOLDING } from "@beauty_membership/app/models/pos_order_line";
import { WaitingPopup } from "@beauty_membership/app/components/popups/waiting_popup/waiting_popup";
import { NotedPopup } from "@beauty_membership/app/components/popups/waiting_popup/noted_popup";
import { SentTickets } from "./sent_tickets";

/**
 * Tickets with prepaid sessions that the line kept from the server.
 *
 * Noted: the use was only written down, with a slip to sign; one tap captures it
 * later, at the noted time. Locked ones are those of SentTickets.
 */
export class WaitingTickets extends SentTickets {
    /**
     * Write the uses of a ticket down and take them off it; what is sold goes on.
     * @returns the ticket that still has something to pay, if any
     */
    async note(order) {
        if (!(await this.pos.confirmation.ensureOffline(order))) {
            return undefined;
        }
        const uses = order.redemptionLines;
        const isPure = uses.length === order.lines.length;
        const noted = isPure ? order : this.splitOff(order, uses);
        const { signature } = order.uiState.membership;
        const notedAt = serializeDateTime(luxon.DateTime.now());
        Object.assign(noted.uiState.membership, { notedAt, signature });
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
        const left = membership.names.nameFromCard(order);
        if (left) {
            await this.report(order, membership.names.getNoSessionText(left));
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

    // ---- Back online ----

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
}
