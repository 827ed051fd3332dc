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
        name: { type: String, optional: true },
        phone: { type: String, optional: true },
        getPayload: Function,
        close: Function,
    };

    setup() {
        this.pos = usePos();
        this.state = useState({
            name: this.props.name || "",
            phone: this.props.phone || "",
            number: "",
            known: [],
            message: "",
            isBusy: false,
        });
        useAutofocus({ refName: this.state.name ? "phone" : "name" });
        const look = useDebounced(() => this.lookUp(), 250);
        useEffect(
            () => look(),
            () => [this.state.name, this.state.phone, this.state.number]
        );
    }

    get canJoin() {
        return Boolean(this.state.name.trim()) && !this.state.isBusy;
    }

    /** A phone or a card tells more than a name. */
    get query() {
        const { name, phone, number } = this.state;
        return (number.trim() || phone.trim() || name.trim()).slice(0, 64);
    }

    get warning() {
        const { phone, number } = this.state;
        return phone.trim() || number.trim()
            ? ""
            : _t("Without a phone or a card she is found by her name only.");
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
                this.state.known = partners.slice(0, SHOWN);
            }
        });
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
        const { name, phone, number } = this.state;
        await this.online(async () => {
            const { joining } = this.pos.membership;
            const answer = await joining.join({ name, phone, number });
            if (answer.partner) {
                this.useKnown(answer.partner);
            } else {
                this.state.message = answer.message;
            }
        });
        this.state.isBusy = false;
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
