// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component } from "@odoo/owl";
import { ReceiptHeader } from "@point_of_sale/app/screens/receipt_screen/receipt/receipt_header/receipt_header";

/** The paper a member signs when a use could only be noted. */
export class NotedSlip extends Component {
    static template = "beauty_membership.NotedSlip";
    static components = { ReceiptHeader };
    static props = { order: Object };

    get lines() {
        return this.props.order.redemptionLines;
    }

    get notedAt() {
        const { notedAt } = this.props.order.uiState.membership;
        const date = luxon.DateTime.fromSQL(notedAt, { zone: "utc" });
        return date.toLocal().toLocaleString(luxon.DateTime.DATETIME_SHORT);
    }
}
