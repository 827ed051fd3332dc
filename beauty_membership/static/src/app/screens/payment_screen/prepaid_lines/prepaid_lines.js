// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { useService } from "@web/core/utils/hooks";
import { parseFloat } from "@web/views/fields/parsers";
import { enhancedButtons } from "@point_of_sale/app/components/numpad/numpad";
import { NumberPopup } from "@point_of_sale/app/components/popups/number_popup/number_popup";
import { PriceFormatter } from "@point_of_sale/app/components/price_formatter/price_formatter";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";

/** What the member paid before: sessions, and stored value with its bonus apart. */
export class PrepaidLines extends Component {
    static template = "beauty_membership.PrepaidLines";
    static components = { PriceFormatter };
    static props = { order: Object };

    setup() {
        this.pos = usePos();
        this.ui = useService("ui");
        this.dialog = useService("dialog");
    }

    get order() {
        return this.props.order;
    }

    get valueName() {
        return this.order.gift_code ? _t("Gift card") : _t("Stored value");
    }

    get canRemove() {
        return !this.order.isRefund && !this.order.finalized;
    }

    format(amount) {
        return this.env.utils.formatCurrency(amount);
    }

    remove() {
        this.pos.value.remove(this.order);
        this.pos.numberBuffer.reset();
    }

    /** From now on the number pad types the amount; small screens ask for it. */
    select() {
        if (!this.canRemove) {
            return;
        }
        this.order.selectValue();
        this.pos.numberBuffer.reset();
        if (this.ui.isSmall) {
            this.dialog.add(NumberPopup, {
                title: _t("New amount"),
                buttons: enhancedButtons(),
                startingValue: this.env.utils.formatCurrency(this.order.valueCovered, false),
                getPayload: (amount) => this.pos.value.pay(this.order, parseFloat(amount)),
            });
        }
    }
}
