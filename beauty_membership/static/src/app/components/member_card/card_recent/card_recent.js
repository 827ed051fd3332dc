// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { UndoPopup } from "@beauty_membership/app/components/popups/undo_popup/undo_popup";
import { CardSection } from "@beauty_membership/app/components/member_card/card_section";

/** The last uses: who did them, and Undo. */
export class CardRecent extends CardSection {
    static template = "beauty_membership.CardRecent";

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
}
