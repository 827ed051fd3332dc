// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError } from "@web/core/network/rpc";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";

/**
 * Undo one use, from any till: a reason, a manager's PIN if the server asks for
 * one, and on request the right session on the ticket in the same go.
 */
export class UndoPopup extends Component {
    static template = "beauty_membership.UndoPopup";
    static components = { Dialog };
    static props = {
        use: Object,
        partner: Object,
        getPayload: { type: Function, optional: true },
        close: Function,
    };

    setup() {
        this.pos = usePos();
        this.state = useState({
            reason: "",
            pin: "",
            needsPin: false,
            message: "",
            isBusy: false,
            insteadId: false,
        });
    }

    get reasons() {
        return [_t("Wrong session"), _t("Wrong member"), _t("Not performed")];
    }

    /** The other sessions of this member that can be used instead. */
    get alternatives() {
        const order = this.pos.getOrder();
        const sessions = this.pos.memberCards.get(this.props.partner)?.sessions || [];
        const isHere = order?.partner_id?.id === this.props.partner.id;
        return sessions.filter(
            (session) =>
                isHere &&
                session.entitlement_id !== this.props.use.entitlement_id &&
                this.pos.membership.canUse(order, session)
        );
    }

    get canConfirm() {
        return this.state.reason.trim() && !this.state.isBusy;
    }

    toggleInstead(session) {
        const id = session.entitlement_id;
        this.state.insteadId = this.state.insteadId === id ? false : id;
    }

    async confirm() {
        if (!this.canConfirm) {
            return;
        }
        this.state.isBusy = true;
        try {
            this.handleAnswer(await this.requestUndo());
        } catch (error) {
            if (!(error instanceof ConnectionLostError)) {
                throw error;
            }
            this.state.message = _t("No connection. Undo it when the line is back.");
        } finally {
            this.state.isBusy = false;
        }
    }

    requestUndo() {
        return this.pos.data.call("beauty.service.log", "action_undo", [
            [this.props.use.log_id],
            this.pos.config.id,
            this.state.reason.trim(),
            this.state.pin || false,
        ]);
    }

    handleAnswer(answer) {
        if (!answer.ok) {
            this.state.needsPin ||= answer.needs === "pin";
            this.state.pin = "";
            this.state.message = answer.message || "";
            return;
        }
        this.pos.memberCards.put(answer.card);
        this.props.close();
        this.pos.notification.add(_t("Undone. The session is back."), { type: "success" });
        this.useInstead();
    }

    useInstead() {
        const order = this.pos.getOrder();
        const session =
            this.state.insteadId && this.pos.membership.getSession(order, this.state.insteadId);
        if (session) {
            const technicianId = this.props.use.technician_id;
            this.pos.membership.use(order, session, { technicianId });
        }
    }
}
