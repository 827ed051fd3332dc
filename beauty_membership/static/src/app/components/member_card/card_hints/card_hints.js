// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { CardSection } from "@beauty_membership/app/components/member_card/card_section";

/** What ends soon, the last visit, and what the house suggests. */
export class CardHints extends CardSection {
    static template = "beauty_membership.CardHints";

    /** Sessions, passes, value and points, each in words. */
    get expiring() {
        const points = this.card.points_info?.expiring || [];
        return [
            ...this.card.expiring.map((row) => this.describe(row, row.date_expiry)),
            ...points.map((lot) =>
                _t("%(points)s points until %(date)s", {
                    points: lot.points,
                    date: this.formatDate(lot.date),
                })
            ),
        ];
    }

    describe({ name, remaining, is_money: isMoney }, day) {
        const date = this.formatDate(day);
        return isMoney
            ? _t("%(money)s until %(date)s", { money: this.formatMoney(remaining), date })
            : _t("%(count)s × %(name)s until %(date)s", { count: remaining, name, date });
    }

    get lastVisit() {
        const visit = this.card.last_visit;
        if (!visit) {
            return "";
        }
        const near = [_t("Today"), _t("Yesterday")][visit.days_ago];
        const when = near || _t("%s days ago", visit.days_ago);
        return [when, visit.product_name, visit.technician_name].filter(Boolean).join(" · ");
    }
}
