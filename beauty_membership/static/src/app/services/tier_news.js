// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";

const READING_TIME = 10000;

/** A new tier is worth a word to the member before she leaves. */
export function showTierNews(pos, order) {
    const tier = order.tierReached;
    if (tier) {
        pos.notification.add(getTierNews(order, tier), {
            type: order.isRefund ? "warning" : "success",
            autocloseDelay: READING_TIME,
        });
    }
}

function getTierNews(order, tier) {
    const member = order.getPartnerName();
    if (!tier.name) {
        return _t("%s has no tier any more.", member);
    }
    const names = { member, tier: tier.name };
    return order.isRefund
        ? _t("%(member)s is back to %(tier)s.", names)
        : _t("%(member)s is now %(tier)s. Its prices apply from the next ticket.", names);
}
