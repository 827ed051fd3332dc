// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_transfer_in_the_back_office", {
    steps: () => [
        {
            content: "transfer the contract",
            trigger: ".o_form_view .o_statusbar_buttons button:contains(Transfer)",
            run: "click",
        },
        {
            content: "to Li Na",
            trigger: ".o_field_widget[name=to_partner_id] input",
            run: "edit Li Na",
        },
        {
            content: "choose her",
            trigger: ".o-autocomplete--dropdown-item:contains(Li Na)",
            run: "click",
        },
        {
            content: "the calculation is shown before anybody agrees",
            trigger: "[name=calculation_html] tr:contains(Fee):contains(48.00)",
        },
        {
            content: "confirm",
            trigger: ".o_statusbar_buttons button[name=action_confirm]",
            run: "click",
        },
        {
            content: "it is done, its new contract is linked",
            trigger:
                ".o_statusbar_status .o_arrow_button_current:contains(Done), .o_field_widget[name=new_contract_id] a",
        },
        {
            content: "the fee waits for its payment",
            trigger: ".o_field_widget[name=fee_state]:contains(Not Paid)",
        },
    ],
});
