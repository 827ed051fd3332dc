// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { formatCurrency } from "@web/core/currency";
import { _t } from "@web/core/l10n/translation";
import { parseFloat } from "@web/views/fields/parsers";
import { NumberPopup } from "@point_of_sale/app/components/popups/number_popup/number_popup";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";
import { getRechargeText } from "@beauty_membership/app/utils/recharge";

/** How much a member puts in: a step of the ladder by one tap, or any amount. */
export class RechargePopup extends NumberPopup {
    static template = "beauty_membership.RechargePopup";
    static props = { ...NumberPopup.props, plan: Object };

    setup() {
        super.setup();
        this.pos = usePos();
    }

    get plan() {
        return this.props.plan;
    }

    get amount() {
        try {
            return parseFloat(String(this.state.buffer || "0"));
        } catch {
            return 0;
        }
    }

    get steps() {
        const amounts = this.plan.step_ids.map((step) => step.amount);
        return [...new Set(amounts)].sort((a, b) => a - b);
    }

    get canConfirm() {
        return this.amount >= (this.plan.amount_min || this.pos.currency.rounding);
    }

    get hint() {
        if (!this.canConfirm) {
            const { amount_min: least } = this.plan;
            return least ? _t("%s or more", this.format(least)) : _t("How much does she put in?");
        }
        return this.getText(this.amount);
    }

    format(amount) {
        return formatCurrency(amount, this.pos.currency.id);
    }

    getText(amount) {
        return getRechargeText(this.plan, amount, this.pos.currency.id);
    }

    choose(amount) {
        this.props.getPayload(amount);
        this.props.close();
    }

    confirm() {
        if (this.canConfirm) {
            this.choose(this.amount);
        }
    }
}
