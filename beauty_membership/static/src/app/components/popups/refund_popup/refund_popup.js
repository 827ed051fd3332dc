// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component, onWillStart, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { _t } from "@web/core/l10n/translation";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";

/**
 * Refund a contract: which one, whose cause, how it was worked out, how it is paid
 * back, and the PIN of the manager who allows it.
 */
export class RefundPopup extends Component {
    static template = "beauty_membership.RefundPopup";
    static components = { Dialog };
    static props = {
        partner: Object,
        contracts: Array,
        getPayload: Function,
        close: Function,
    };

    setup() {
        this.pos = usePos();
        this.state = useState({
            quote: false,
            cause: "",
            tender: "till",
            reason: "",
            pin: "",
            message: "",
            isBusy: false,
        });
        onWillStart(async () => {
            if (this.props.contracts.length === 1) {
                await this.choose(this.props.contracts[0]);
            }
        });
    }

    get reasons() {
        return [_t("Moves away"), _t("Health"), _t("Not satisfied"), _t("We cannot serve her")];
    }

    get tenders() {
        return [
            { key: "till", name: _t("Here, with this ticket") },
            { key: "bank", name: _t("Bank transfer") },
        ];
    }

    /** The cause that is shown: a refund that waits was agreed already. */
    get shown() {
        const { quote, cause } = this.state;
        return quote.pending || quote.causes.find((row) => row.cause === cause);
    }

    get canConfirm() {
        const { isBusy, quote, reason, pin } = this.state;
        return quote && !isBusy && (quote.pending || (reason.trim() && pin));
    }

    formatMoney(amount) {
        return this.env.utils.formatCurrency(amount);
    }

    async run(method, args) {
        this.state.isBusy = true;
        this.state.message = "";
        try {
            const { ok, answer, message } = await this.pos.membership.refunds.call(method, args);
            this.state.message = message || answer?.message || "";
            return ok ? answer : false;
        } finally {
            this.state.isBusy = false;
        }
    }

    async choose(contract) {
        const quote = await this.run("get_refund_quote", [contract.contract_id]);
        if (quote) {
            this.state.cause = quote.cause;
            this.state.quote = quote;
        }
    }

    async confirm() {
        if (!this.canConfirm) {
            return;
        }
        const { quote } = this.state;
        if (quote.pending) {
            return this.finish(quote.pending);
        }
        const { pin } = this.state;
        this.state.pin = "";
        const args = [quote.contract_id, this.getValues(), pin];
        const answer = await this.run("refund_at_till", args);
        if (answer?.ok) {
            this.finish(answer);
        }
    }

    getValues() {
        const { cause, tender, reason } = this.state;
        const cashier = this.pos.getCashier();
        return {
            cause,
            tender,
            reason: reason.trim(),
            order_uuid: this.pos.getOrder().uuid,
            employee_id: this.pos.config.module_pos_hr ? cashier?.id : undefined,
        };
    }

    /** The member has changed her mind: what waits is dropped. */
    async drop() {
        const { quote } = this.state;
        if (await this.run("cancel_at_till", [quote.pending.operation_id])) {
            this.props.close();
        }
    }

    finish(refund) {
        this.props.getPayload(refund);
        this.props.close();
    }
}
