// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component } from "@odoo/owl";
import { deserializeDate, deserializeDateTime, formatDate } from "@web/core/l10n/dates";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";

/** A part of the member card: the card is given, the ticket is the current one. */
export class CardSection extends Component {
    static props = {
        card: Object,
        partner: Object,
        onUsed: { type: Function, optional: true },
    };

    setup() {
        this.pos = usePos();
    }

    get card() {
        return this.props.card;
    }

    get order() {
        return this.pos.getOrder();
    }

    formatDate(date) {
        return date ? formatDate(deserializeDate(date)) : "";
    }

    formatDay(moment) {
        return formatDate(deserializeDateTime(moment));
    }

    formatMoney(amount) {
        return this.env.utils.formatCurrency(amount);
    }
}
