// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
// Patched after pos_loyalty, whose answers it narrows.
import "@pos_loyalty/app/models/pos_order";
import { PosOrder } from "@point_of_sale/app/models/pos_order";
import { patch } from "@web/core/utils/patch";

// While a reward is computed: which lines it may see (see `withLines`).
let visibleToReward = null;

function withLines(keep, compute) {
    visibleToReward = keep;
    try {
        return compute();
    } finally {
        visibleToReward = null;
    }
}

patch(PosOrder.prototype, {
    initState() {
        super.initState();
        // notedAt: when a use was noted offline; sending, locked: no answer yet;
        // preview: what the receipt says before the server has spoken;
        // payers: ids of other members whose cards are beside the ticket.
        this.uiState.membership = {
            notedAt: false,
            sending: false,
            locked: false,
            preview: [],
            payers: [],
        };
    },
    restoreState() {
        super.restoreState(...arguments);
        const state = this.uiState.membership || {};
        this.uiState.membership = {
            notedAt: state.notedAt || false,
            sending: false,
            // A ticket that was on its way when the page closed has no answer yet.
            locked: Boolean(state.locked || state.sending),
            preview: state.preview || [],
            payers: state.payers || [],
        };
    },
    /** The customer first, then the other members who pay with their own cards. */
    get members() {
        const payers = this.models["res.partner"].readMany(this.uiState.membership?.payers || []);
        return [...new Set([this.partner_id, ...payers])].filter(Boolean);
    },
    get redemptionLines() {
        return this.lines.filter((line) => line.isRedemption);
    },
    get planLines() {
        return this.lines.filter((line) => line.soldPlan);
    },
    /** Lines that belong to the customer alone: another one takes them off. */
    get linesOfMember() {
        return this.lines.filter((line) => line.isRedemption || line.isArrears);
    },
    get hasMembershipLines() {
        return this.lines.some((line) => line.isMembershipLine);
    },
    /** Return the redemptions of a package that is bought on this same ticket. */
    getUsesOfPlanLine(planLine) {
        return this.lines.filter((line) => line.plan_line_uuid === planLine.uuid);
    },
    isNoted() {
        return Boolean(this.uiState.membership?.notedAt);
    },
    isLocked() {
        return Boolean(this.uiState.membership?.locked);
    },
    isSending() {
        return Boolean(this.uiState.membership?.sending);
    },
    /** Neither sent nor thrown away by the usual ways: see `WaitingTickets`. */
    isWaiting() {
        return this.isNoted() || this.isLocked() || this.isSending();
    },
    /** What was used or granted, and what is left: the server's word, else a preview. */
    getMembershipSummary() {
        const summary = this.membership_summary;
        return summary?.length ? summary : this.uiState.membership?.preview || [];
    },
    /** The tier that this ticket gave its customer, or took back. */
    get tierReached() {
        return (this.membership_summary || []).find((row) => row.kind === "tier");
    },
    get prepaidPayment() {
        return this.payment_ids.find((payment) => payment.isPrepaid);
    },
    get prepaidMethod() {
        return this.config.payment_method_ids.find((method) => method.is_prepaid);
    },
    get prepaidDue() {
        const due = this.redemptionLines.reduce((sum, line) => sum + line.exactTotals.included, 0);
        return this.currency.round(due);
    },
    /** The whole ticket is covered by what the member has paid before. */
    get isFullyPrepaid() {
        const onlyPrepaid = this.payment_ids.every((payment) => payment.isPrepaid);
        return (
            this.redemptionLines.length > 0 &&
            onlyPrepaid &&
            this.currency.isZero(this.totalDue - this.prepaidDue)
        );
    },
    /** Keep the one prepaid payment equal to what the redemptions cost. */
    updatePrepaidPayment() {
        const due = this.prepaidDue;
        const payment = this.prepaidPayment;
        if (this.finalized) {
            return;
        }
        if (this.currency.isZero(due)) {
            payment?.delete({ backend: true });
        } else if (payment) {
            payment.amount = due;
        } else if (this.prepaidMethod) {
            this.models["pos.payment"].create({
                pos_order_id: this,
                payment_method_id: this.prepaidMethod,
                amount: due,
            });
        }
    },
    /** The prepaid tender is no reason to reopen a parked ticket on the payment screen. */
    getScreenData() {
        const screen = super.getScreenData(...arguments);
        const onlyPrepaid =
            this.payment_ids.length > 0 && this.payment_ids.every((payment) => payment.isPrepaid);
        return screen?.name === "PaymentScreen" && onlyPrepaid && !this.finalized && !this.isRefund
            ? { name: "ProductScreen", props: { orderUuid: this.uuid } }
            : screen;
    },
    removeOrderline(line) {
        const uses = this.finalized ? [] : this.getUsesOfPlanLine(line);
        uses.forEach((use) => super.removeOrderline(use));
        const result = super.removeOrderline(line);
        this.updatePrepaidPayment();
        return result;
    },
    // ---- pos_loyalty: nothing prepaid is discounted or earns points ----
    isLineValidForLoyaltyPoints(line) {
        return !line.isRedemption && super.isLineValidForLoyaltyPoints(...arguments);
    },
    getOrderlines() {
        const lines = super.getOrderlines(...arguments);
        return visibleToReward ? lines.filter(visibleToReward) : lines;
    },
    _getDiscountableOnOrder() {
        const compute = () => super._getDiscountableOnOrder(...arguments);
        return withLines((line) => !line.isMembershipLine, compute);
    },
    _getCheapestLine() {
        const compute = () => super._getCheapestLine(...arguments);
        return withLines((line) => !line.isMembershipLine, compute);
    },
    _getSpecificDiscountableLines() {
        const compute = () => super._getSpecificDiscountableLines(...arguments);
        return withLines((line) => !line.isRedemption, compute);
    },
    _getDiscountableOnSpecific() {
        const compute = () => super._getDiscountableOnSpecific(...arguments);
        return withLines((line) => !line.isRedemption, compute);
    },
});
