// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError } from "@web/core/network/rpc";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";
import { SignaturePad } from "@beauty_membership/app/components/signature_pad/signature_pad";

/** The member confirms what leaves her card: she signs, types her PIN or a code. */
export class ConfirmationPopup extends Component {
    static template = "beauty_membership.ConfirmationPopup";
    static components = { Dialog, SignaturePad };
    static props = {
        order: Object,
        method: String,
        getPayload: Function,
        close: Function,
    };

    setup() {
        this.pos = usePos();
        const { confirmation } = this.pos.memberCards.get(this.partner) || {};
        this.channels = Object.entries(confirmation?.channels || {});
        this.setSignature = (value) => (this.state.value = value || "");
        this.state = useState({
            value: "",
            newPin: "",
            again: "",
            hasPin: confirmation?.has_pin ?? true,
            sentTo: "",
            message: "",
            isBusy: false,
        });
    }

    get partner() {
        return this.props.order.partner_id;
    }

    get title() {
        return {
            signature: _t("Please sign"),
            pin: _t("Please type your PIN"),
            code: _t("Please type your code"),
        }[this.props.method];
    }

    get rows() {
        const { order } = this.props;
        const format = (amount) => this.env.utils.formatCurrency(amount);
        const uses = order.redemptionLines.map((line) => ({
            name: line.getFullProductName(),
            value: line.showsSessions ? line.sessionLabel : format(line.displayPrice),
        }));
        const value = order.valueCovered
            ? [{ name: _t("Stored value"), value: format(order.valueCovered) }]
            : [];
        return [...uses, ...value];
    }

    get needsNewPin() {
        return this.props.method === "pin" && !this.state.hasPin;
    }

    get canConfirm() {
        const { value, newPin, again, isBusy } = this.state;
        const isReady = this.needsNewPin
            ? /^\d{4,6}$/.test(newPin) && newPin === again
            : Boolean(value);
        return isReady && !isBusy;
    }

    async confirm() {
        if (!this.canConfirm || (this.needsNewPin && !(await this.setPin()))) {
            return;
        }
        const value = this.needsNewPin ? this.state.newPin : this.state.value.trim();
        this.props.getPayload({ method: this.props.method, value });
        this.props.close();
    }

    setPin() {
        return this.run(async () => {
            const args = [this.partner.id, this.state.newPin, this.pos.config.id];
            const answer = await this.pos.data.call("res.partner", "set_member_pin", args);
            this.state.message = answer.message || "";
            this.state.hasPin = this.state.hasPin || !answer.ok;
            return answer.ok;
        });
    }

    send(channel) {
        return this.run(async () => {
            const args = [this.partner.id, this.pos.config.id, channel];
            const answer = await this.pos.data.call("res.partner", "send_confirmation_code", args);
            this.state.sentTo = answer.to;
        });
    }

    async run(action) {
        Object.assign(this.state, { isBusy: true, message: "" });
        try {
            return await action();
        } catch (error) {
            if (error instanceof ConnectionLostError) {
                this.state.message = _t("No connection. Try again when the line is back.");
            } else {
                this.state.message = error.data?.message || error.message;
            }
            return false;
        } finally {
            this.state.isBusy = false;
        }
    }
}
