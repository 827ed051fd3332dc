// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { CardSection } from "@beauty_membership/app/components/member_card/card_section";

/** What ends soon, the last visit, and what the house suggests. */
export class CardHints extends CardSection {
    static template = "beauty_membership.CardHints";

    get lastVisit() {
        const visit = this.card.last_visit;
        if (!visit) {
            return "";
        }
        const ago = visit.days_ago ? _t("%s days ago", visit.days_ago) : _t("Today");
        return [ago, visit.product_name, visit.technician_name].filter(Boolean).join(" · ");
    }
}
