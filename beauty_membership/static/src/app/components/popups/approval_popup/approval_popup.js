// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component, onWillUnmount, useEffect, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { _t } from "@web/core/l10n/translation";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";

const POLL_MS = 10000;

/** A ticket above the cashier's authority: a manager's PIN here, or an answer from afar. */
export class ApprovalPopup extends Component {
    static template = "beauty_membership.ApprovalPopup";
    static components = { Dialog };
    static props = {
        order: Object,
        request: Object,
        getPayload: Function,
        close: Function,
    };

    setup() {
        this.pos = usePos();
        this.authority = useState(this.pos.authority);
        this.state = useState({
            reason: "",
            pin: "",
            message: "",
            isBusy: false,
            askedId: false,
            asked: [],
            isOffline: this.pos.data.network.offline,
        });
        useEffect(
            () => this.takeAnswer(),
            () => [this.authority.answers[this.state.askedId]]
        );
        // The bus may have been away: ask now and then.
        this.timer = setInterval(() => this.poll(), POLL_MS);
        onWillUnmount(() => clearInterval(this.timer));
    }

    get reasons() {
        return [_t("Complaint"), _t("Birthday"), _t("Loyal member"), _t("Promotion")];
    }

    get rows() {
        return this.props.request.details.split("\n").filter(Boolean);
    }

    get given() {
        return this.env.utils.formatCurrency(this.props.request.amount);
    }

    get canAsk() {
        return Boolean(this.state.reason.trim()) && !this.state.isBusy && !this.state.askedId;
    }

    get canApprove() {
        return this.canAsk && Boolean(this.state.pin);
    }

    async run(action) {
        this.state.isBusy = true;
        this.state.message = "";
        try {
            await action();
        } finally {
            this.state.isBusy = false;
        }
    }

    async approve() {
        if (this.canApprove) {
            await this.run(() => this.sendPin());
        }
    }

    async sendPin() {
        const { pin, reason } = this.state;
        this.state.pin = "";
        const answer = await this.authority.call(
            "approve_by_pin",
            this.props.request,
            pin,
            reason.trim()
        );
        if (answer.ok) {
            return this.finish({ approval_id: answer.approval_id });
        }
        this.state.isOffline = Boolean(answer.offline);
        this.state.message = answer.message || "";
    }

    ask() {
        return this.run(async () => {
            const { request } = this.props;
            const answer = await this.authority.call("request", request, this.state.reason.trim());
            this.state.isOffline = Boolean(answer.offline);
            this.state.askedId = answer.approval_id || false;
            this.state.asked = answer.asked || [];
        });
    }

    async poll() {
        if (this.state.askedId) {
            const answer = await this.authority.call("get_answer", this.state.askedId);
            if (answer.ok && answer.state !== "asked") {
                this.authority.onAnswer(answer);
            }
        }
    }

    takeAnswer() {
        const answer = this.authority.answers[this.state.askedId];
        if (answer?.state === "approved") {
            this.finish({ approval_id: this.state.askedId });
        } else if (answer) {
            this.state.askedId = false;
            this.state.message = _t("%s said no.", answer.name || _t("The manager"));
        }
    }

    /** Nobody can be asked: the ticket is sold and the manager reads about it. */
    sellOffline() {
        this.finish({ offline: true, reason: this.state.reason.trim() });
    }

    finish(approval) {
        this.props.getPayload({ ...approval, excess: this.props.request.excess });
        this.props.close();
    }
}
