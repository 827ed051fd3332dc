// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { _t } from "@web/core/l10n/translation";
import { makeAwaitable } from "@point_of_sale/app/utils/make_awaitable_dialog";
import { SelectionPopup } from "@point_of_sale/app/components/popups/selection_popup/selection_popup";
import { getDiscountFor } from "@beauty_membership/app/utils/line_totals";

const STEPS = [1, 10];

/** The dearest line that may carry a discount; plans only where nothing else is sold. */
function getCarrier(order) {
    const lines = order.lines.filter(
        (line) =>
            line.qty > 0 &&
            !line.isRedemption &&
            !line.isArrears &&
            !line.isPartPaid &&
            !line.isTipLine() &&
            !line.is_reward_line &&
            !line.combo_parent_id &&
            !line.combo_line_ids?.length
    );
    const goods = lines.filter((line) => !line.soldPlan);
    const [carrier] = (goods.length ? goods : lines).sort((a, b) => b.ownTotal - a.ownTotal);
    return carrier;
}

/** What may be left off: {total, off} for each step that changes something. */
export function getRoundings(order) {
    const carrier = getCarrier(order);
    const due = order.remainingDue;
    return STEPS.map((step) => {
        const total = Math.floor(order.currency.round(due) / step + 1e-9) * step;
        return { total, off: order.currency.round(due - total) };
    }).filter(({ total, off }, index, all) => {
        const isNew = all.findIndex((other) => other.off === off) === index;
        return isNew && carrier && total > 0 && off > 0 && off < carrier.ownTotal;
    });
}

/** Leave the odd money off, as a discount of one line. */
export function roundDown(pos, order, off) {
    const carrier = getCarrier(order);
    const discount = getDiscountFor(carrier, order.currency.round(carrier.ownTotal - off));
    carrier.setDiscount(discount);
    pos.membership.reprice(order);
}

export async function askRounding(pos, order) {
    const format = (amount) => pos.env.utils.formatCurrency(amount);
    const roundings = getRoundings(order);
    if (!roundings.length) {
        return pos.membership.alert(
            _t("Nothing to round down"),
            _t("What is to be paid is round already, or the ticket has no line to discount.")
        );
    }
    const chosen = await makeAwaitable(pos.dialog, SelectionPopup, {
        title: _t("Round down"),
        list: roundings.map(({ total, off }, id) => ({
            id,
            label: _t("%(total)s (%(off)s less)", { total: format(total), off: format(off) }),
            item: off,
        })),
    });
    if (chosen) {
        roundDown(pos, order, chosen);
    }
}
