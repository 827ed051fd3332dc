// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component, useEffect, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError } from "@web/core/network/rpc";
import { useAutofocus } from "@web/core/utils/hooks";
import { useDebounced } from "@web/core/utils/timing";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";

const MIN_LETTERS = 2;
const SHOWN = 4;

/**
 * A guest becomes a member: a name, and a phone or a card. Who might be her already
 * is shown while typing; nothing of that blocks. The payload is the contact.
 */
export class JoinPopup extends Component {
    static template = "beauty_membership.JoinPopup";
    static components = { Dialog };
    static props = {
        guest: { type: Object, optional: true },
        name: { type: String, optional: true },
        phone: { type: String, optional: true },
        getPayload: Function,
        close: Function,
    };

    setup() {
        this.pos = usePos();
        this.state = useState({
            name: this.props.guest?.name || this.props.name || "",
            phone: this.props.guest?.phone || this.props.phone || "",
            number: "",
            known: [],
            warnings: [],
            message: "",
            isBusy: false,
        });
        useAutofocus({ refName: this.state.name ? "phone" : "name" });
        const look = useDebounced(() => this.lookUp(), 250);
        useEffect(
            () => {
                // a scanner's Enter is answered before its digits are drawn
                if (this.warnedOf !== this.typed) {
                    this.state.warnings = [];
                }
                look();
            },
            () => [this.state.name, this.state.phone, this.state.number]
        );
    }

    get canJoin() {
        return Boolean(this.state.name.trim()) && !this.state.isBusy;
    }

    get typed() {
        const { name, phone, number } = this.state;
        return [name, phone, number].join("\n");
    }

    /** A phone or a card tells more than a name. */
    get query() {
        const { name, phone, number } = this.state;
        return (number.trim() || phone.trim() || name.trim()).slice(0, 64);
    }

    async lookUp() {
        const { query } = this;
        if (query.length < MIN_LETTERS) {
            this.state.known = [];
            return;
        }
        await this.online(async () => {
            const { partners } = await this.pos.findMembers(query);
            if (query === this.query) {
                this.showKnown(partners);
            }
        });
    }

    showKnown(partners) {
        const others = partners.filter((partner) => partner !== this.props.guest);
        this.state.known = others.slice(0, SHOWN);
    }

    useKnown(partner) {
        this.props.getPayload(partner);
        this.props.close();
    }

    async join() {
        if (!this.canJoin) {
            return;
        }
        this.state.isBusy = true;
        this.state.message = "";
        await this.online(async () => this.handleAnswer(await this.requestJoin()));
        this.state.isBusy = false;
    }

    /** What was warned about is confirmed by joining again. */
    requestJoin() {
        const { name, phone, number, warnings } = this.state;
        const { guest } = this.props;
        const values = { name, phone, number, guest };
        const isConfirmed = warnings.length > 0 && this.warnedOf === this.typed;
        this.warnedOf = this.typed;
        return this.pos.membership.joining.join(values, isConfirmed);
    }

    handleAnswer({ partner, warnings = [], known = [], message = "" }) {
        if (partner) {
            this.useKnown(partner);
            return;
        }
        Object.assign(this.state, { warnings, message });
        if (known.length) {
            this.showKnown(known);
        }
    }

    async online(action) {
        try {
            await action();
        } catch (error) {
            if (!(error instanceof ConnectionLostError)) {
                throw error;
            }
            this.state.message = _t("No connection. Members join when the line is back.");
        }
    }

    onKeydown(ev) {
        if (ev.key === "Enter") {
            ev.stopPropagation();
            ev.preventDefault();
            this.join();
        }
    }
}
