// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { ControlButtons } from "@point_of_sale/app/screens/product_screen/control_buttons/control_buttons";
import { patch } from "@web/core/utils/patch";
import { askRounding } from "@beauty_membership/app/services/rounding_down";

patch(ControlButtons.prototype, {
    get offersRewards() {
        return this.pos.points.hasCatalogue(this.currentOrder);
    },
    openRewards() {
        return this.pos.points.openCatalogue(this.currentOrder);
    },
    async clickRoundDown() {
        this.props.close?.();
        await askRounding(this.pos, this.currentOrder);
    },
});
