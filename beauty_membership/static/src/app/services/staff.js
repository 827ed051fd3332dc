// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { StaffPopup } from "@beauty_membership/app/components/popups/staff_popup/staff_popup";

/** Who performs and who sells the lines of a ticket. */
export class Staff {
    constructor(pos) {
        this.pos = pos;
    }

    getTechnicians(product) {
        const list = this.pos.models["hr.employee.public"]?.filter((e) => e.is_technician) || [];
        const able = list.filter((e) => {
            const services = e.service_ids || [];
            return !product || !services.length || services.some((s) => s.id === product.id);
        });
        return able.length ? able : list;
    }

    getStaff(role, product) {
        return role === "technician"
            ? this.getTechnicians(product)
            : this.pos.models["hr.employee.public"]?.getAll() || [];
    }

    getDefaultTechnician(order, product, partner = order?.partner_id) {
        if (product?.isGoods) {
            return false;
        }
        const technicians = this.getTechnicians(product);
        const usual = this.pos.memberCards.get(partner)?.technician_id;
        if (technicians.some((employee) => employee.id === usual)) {
            return usual;
        }
        return technicians.length === 1 ? technicians[0].id : false;
    }

    /** The logged-in employee sells, if the register asks who stands at it. */
    getDefaultSeller() {
        const cashier = this.pos.config.module_pos_hr && this.pos.getCashier();
        return cashier?.model?.name === "hr.employee" ? cashier.id : false;
    }

    async askMissingTechnician(line) {
        if (
            line.needsTechnician &&
            !line.technician_id &&
            this.getTechnicians(line.product_id).length
        ) {
            await this.chooseStaff(line, "technician");
        }
    }

    async chooseStaff(line, role) {
        const field = `${role}_id`;
        const employeeId = await this.askEmployee(role, line.product_id, line[field]);
        if (employeeId !== undefined) {
            line[field] = employeeId;
        }
    }

    askEmployee(role, product, selectedId) {
        return makeAwaitable(this.pos.dialog, StaffPopup, {
            title: role === "technician" ? _t("Who performs it?") : _t("Who sells it?"),
            employees: this.getStaff(role, product),
            selectedId: selectedId || false,
        });
    }

    /** Give a new line its seller and technician, as far as they are known. */
    setDefaultStaff(line) {
        if (!line || line.order_id?.isRefund) {
            return;
        }
        if (line.needsSeller && !line.seller_id) {
            line.seller_id = this.getDefaultSeller();
        }
        if (line.needsTechnician && !line.technician_id) {
            line.technician_id = this.getDefaultTechnician(line.order_id, line.product_id);
        }
    }
}
