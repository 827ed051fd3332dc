// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component } from "@odoo/owl";
import { deserializeDate, deserializeDateTime, formatDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { usePos } from "@point_of_sale/app/hooks/pos_hook";
import { UndoPopup } from "@beauty_membership/app/components/popups/undo_popup/undo_popup";

/** Everything about one member that the counter needs, and the Use button. */
export class MemberCard extends Component {
    static template = "beauty_membership.MemberCard";
    static props = {
        partner: Object,
        onUsed: { type: Function, optional: true },
    };

    setup() {
        this.pos = usePos();
    }

    get order() {
        return this.pos.getOrder();
    }

    get card() {
        return this.pos.memberCards.get(this.props.partner);
    }

    get isLoading() {
        return this.pos.memberCards.isLoading(this.props.partner);
    }

    get isStale() {
        return this.pos.memberCards.isStale(this.props.partner);
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

    /** One row per holding: what is left after this ticket, and what other tickets take. */
    get rows() {
        const { membership } = this.pos;
        const names = this.card.sessions.map((session) => session.name);
        return this.card.sessions.map((session) => {
            const pending = membership.getPendingUnits(session.entitlement_id, this.order);
            const isAlone = names.filter((name) => name === session.name).length === 1;
            return {
                session,
                ...pending,
                origin: isAlone ? "" : session.plan_name,
                left: session.remaining - pending.here - pending.elsewhere,
                canUse: membership.canUse(this.order, session),
            };
        });
    }

    get lastVisit() {
        const visit = this.card.last_visit;
        if (!visit) {
            return "";
        }
        const ago = visit.days_ago ? _t("%s days ago", visit.days_ago) : _t("Today");
        return [ago, visit.product_name, visit.technician_name].filter(Boolean).join(" · ");
    }

    async use(session) {
        await this.pos.membership.use(this.order, session);
        this.props.onUsed?.();
    }

    /** No connection and no card: the service is written down, its holding found later. */
    async noteUse() {
        const treatments = this.pos.models["product.product"].filter(
            (product) => product.product_tmpl_id?.is_treatment
        );
        const product = await this.pos.membership.askProduct(treatments);
        if (product) {
            await this.pos.membership.useUnnamed(this.order, product);
            this.props.onUsed?.();
        }
    }

    undo(use) {
        this.pos.dialog.add(UndoPopup, { use, partner: this.props.partner });
    }

    async changeTechnician(use) {
        const product = this.pos.models["product.product"].get(use.product_id);
        const employeeId = await this.pos.staff.askEmployee("technician", product);
        if (!employeeId) {
            return;
        }
        const answer = await this.pos.data.call("beauty.service.log", "action_change_technician", [
            [use.log_id],
            employeeId,
            this.pos.config.id,
        ]);
        if (answer.ok) {
            this.pos.memberCards.put(answer.card);
        } else {
            this.pos.membership.alert(_t("Technician not changed"), answer.message);
        }
    }

    async makeMember() {
        const args = [this.props.partner.id, this.pos.config.id];
        const card = await this.pos.data.call("res.partner", "make_member", args);
        this.pos.memberCards.put(card);
    }

    reload() {
        return this.pos.memberCards.load(this.props.partner.id);
    }
}
