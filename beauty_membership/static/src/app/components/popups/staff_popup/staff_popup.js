// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { normalize } from "@web/core/l10n/utils";
import { useAutofocus, useService } from "@web/core/utils/hooks";

/** Choose an employee: a tap, or a few letters and Enter. The payload is its id. */
export class StaffPopup extends Component {
    static template = "beauty_membership.StaffPopup";
    static components = { Dialog };
    static props = {
        title: String,
        employees: Array,
        selectedId: { type: [Number, Boolean], optional: true },
        getPayload: Function,
        close: Function,
    };

    setup() {
        this.state = useState({ query: "" });
        this.ui = useService("ui");
        useAutofocus({ refName: "search" });
    }

    get employees() {
        const query = normalize(this.state.query.trim());
        return this.props.employees.filter((employee) => normalize(employee.name).includes(query));
    }

    choose(employee) {
        this.props.getPayload(employee ? employee.id : false);
        this.props.close();
    }

    onKeydown(ev) {
        if (ev.key === "Enter" && this.state.query && this.employees.length) {
            ev.stopPropagation();
            this.choose(this.employees[0]);
        }
    }
}
