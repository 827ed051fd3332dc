// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component } from "@odoo/owl";
import { SIZES } from "@web/core/ui/ui_service";
import { useService } from "@web/core/utils/hooks";
import { TicketMembers } from "@beauty_membership/app/components/ticket_members/ticket_members";

/**
 * On screens without a column for it, the card fills an empty ticket: a session is
 * used with one tap there as well. It makes room for the first line.
 */
export class TicketCard extends Component {
    static template = "beauty_membership.TicketCard";
    static components = { TicketMembers };
    static props = { order: Object };

    setup() {
        this.ui = useService("ui");
    }

    get isShown() {
        const { order } = this.props;
        return this.ui.size < SIZES.XL && Boolean(order.partner_id) && order.isEmpty();
    }
}
