// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { parseFloat } from "@web/views/fields/parsers";
import { NumberPopup } from "@point_of_sale/app/components/popups/number_popup/number_popup";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { PartnerList } from "@point_of_sale/app/screens/partner_list/partner_list";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";

/** Who performs a line, who sells it, who sits in the chair: one tap changes each. */
export class LineTags extends Component {
    static template = "beauty_membership.LineTags";
    static props = { line: Object };

    setup() {
        this.pos = usePos();
    }

    get line() {
        return this.props.line;
    }

    get showsTags() {
        return !this.line.order_id?.finalized && !this.line.refunded_orderline_id;
    }

    get showsSeller() {
        const hasStaff = this.pos.staff.getStaff("seller").length > 0;
        return this.line.needsSeller && (hasStaff || this.line.seller_id);
    }

    get showsTechnician() {
        const hasStaff = this.pos.staff.getStaff("technician").length > 0;
        return this.line.needsTechnician && (hasStaff || this.line.technician_id);
    }

    /** Whose card the line takes from, if not the customer's own. */
    get ownerName() {
        return this.line.isRedemption ? this.pos.membership.getOwnerName(this.line) : "";
    }

    get canUseNow() {
        const { line } = this;
        const isSold = line.soldPlan && line.qty > 0 && !line.isArrears;
        return isSold && this.pos.membership.hasPlanUse(line);
    }

    get parts() {
        return this.pos.membership.parts;
    }

    get paidNow() {
        return this.parts.format(this.line.ownTotal);
    }

    get dueLater() {
        return this.parts.format(this.line.plan_amount_due);
    }

    get canGiveExtra() {
        const { line } = this;
        const plan = line.soldPlan;
        const isRecharge = plan?.line_ids.some((l) => l.kind === "value" && !l.is_bonus);
        const isSale = !line.isArrears && !line.refunded_orderline_id;
        return isRecharge && !plan.is_gift_card && line.qty === 1 && isSale;
    }

    /** Stored value on top of what the recharge gives: above the limit a manager approves. */
    async askExtraBonus() {
        const amount = await makeAwaitable(this.pos.dialog, NumberPopup, {
            title: _t("Extra bonus"),
            startingValue: this.line.extra_bonus || "",
            formatDisplayedValue: (x) => `${this.pos.currency.symbol} ${x}`,
        });
        if (amount !== undefined) {
            this.line.extra_bonus = amount ? Math.max(0, parseFloat(amount)) : 0;
        }
    }

    async chooseBeneficiary() {
        const partner = this.pos.models["res.partner"].get(this.line.beneficiary_id);
        const chosen = await makeAwaitable(this.pos.dialog, PartnerList, { partner });
        this.line.beneficiary_id =
            chosen && chosen.id !== this.line.order_id.partner_id?.id ? chosen.id : false;
    }
}
