// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import "./pos_order";
import { PosOrder } from "@point_of_sale/app/models/pos_order";
import { patch } from "@web/core/utils/patch";

// Stands for the uuid of a payment line: bonus alone needs no payment.
const VALUE_LINE = "stored-value";

/**
 * Stored value on a ticket. `uiState.membership.value` remembers what was asked:
 * wanted (true: all it may, or an amount), tender (principal, negative in a refund),
 * shares ({holding id: [face, liability]} in cents, taken from the card). `gift` is
 * the gift card that pays, `back` what the refunded lines took of their member's card.
 */
patch(PosOrder.prototype, {
    restoreState(uiState) {
        const { value = null, gift = null, back = null } = uiState?.membership || {};
        super.restoreState(...arguments);
        Object.assign(this.uiState.membership, { value, gift, back });
    },
    get valueState() {
        return this.uiState.membership?.value || null;
    },
    setValueState(state) {
        this.uiState.membership.value = state;
    },
    /** Money of the sessions on the ticket, taken or given back. */
    get sessionsDue() {
        return super.prepaidDue;
    },
    get prepaidDue() {
        return this.currency.round(this.sessionsDue + this.valueTender);
    },
    /** Principal that pays, or comes back in a refund. */
    get valueTender() {
        if (this.valueState) {
            return this.valueState.tender;
        }
        return this.finalized ? this.getPaidTender() : 0;
    },
    /** A ticket that was read from the server knows its tender by the payment alone. */
    getPaidTender() {
        const paid = this.prepaidPayment?.amount || 0;
        return paid ? this.currency.round(paid - this.sessionsDue) : 0;
    },
    get valueBonus() {
        return this.currency.round(this.lines.reduce((sum, l) => sum + (l.bonus_amount || 0), 0));
    },
    /** Money of the ticket that stored value pays. */
    get valueCovered() {
        return this.currency.round(this.valueTender + this.valueBonus);
    },
    get movesValue() {
        return Boolean(this.valueTender || this.valueBonus);
    },
    get isValueSelected() {
        return this.uiState.selected_paymentline_uuid === VALUE_LINE;
    },
    selectValue() {
        this.uiState.selected_paymentline_uuid = VALUE_LINE;
    },
    /** Sessions, value or points of a member move with this ticket. */
    get movesHoldings() {
        return Boolean(this.redemptionLines.length || this.movesValue);
    },
    /** Value and points are never spent twice: the server has to hear of them first. */
    get needsConnection() {
        return this.movesValue;
    },
    /** A gift card is sold to nobody: whoever has its code owns it. */
    get needsMember() {
        const isOwned = (line) => line.isRedemption || !line.soldPlan?.is_gift_card;
        return this.lines.some((line) => line.isMembershipLine && isOwned(line));
    },
    /** A gift card needs no customer, unless something else on the ticket does. */
    get paysAnonymously() {
        const splits = this.payment_ids.filter((p) => p.payment_method_id.split_transactions);
        return Boolean(this.gift_code) && splits.every((payment) => payment.isPrepaid);
    },
    get isCustomerRequired() {
        const isFree = this.paysAnonymously && !this.isToInvoice() && !this.preset_id;
        return !isFree && super.isCustomerRequired;
    },
    get isFullyPrepaid() {
        const onlyPrepaid = this.payment_ids.every((payment) => payment.isPrepaid);
        return (
            this.movesHoldings &&
            onlyPrepaid &&
            !this.isRefund &&
            this.currency.isZero(this.totalDue - this.prepaidDue)
        );
    },
    /** Lines that stored value may pay; what each pot allows is looked at later. */
    get valueLines() {
        return this.lines.filter((line) => line.canBePaidByValue && line.ownTotal > 0);
    },
    /** As the lines show it: what bonus and points take off is exact. */
    getTotalDiscount() {
        const shared = this.lines.filter((line) => line.hasShares);
        const missed = shared.reduce(
            (sum, line) => sum + line.prices.total_included - line.exactTotals.included,
            0
        );
        return this.currency.round(super.getTotalDiscount(...arguments) + missed);
    },
    setPartner(partner) {
        if (partner?.id !== this.partner_id?.id && this.movesValue && !this.gift_code) {
            this.dropValue();
        }
        return super.setPartner(...arguments);
    },
    dropValue() {
        this.setValueState({ wanted: false, tender: 0, shares: {} });
        this.lines.forEach((line) => line.setShares({ points: line.points_amount || 0 }));
        this.updatePrepaidPayment();
    },
});
