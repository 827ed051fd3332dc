// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { ProductScreen } from "@point_of_sale/app/screens/product_screen/product_screen";
import { _t } from "@web/core/l10n/translation";
import { patch } from "@web/core/utils/patch";
import { MemberBar, MemberPanel } from "./member_panel/member_panel";

patch(ProductScreen, {
    components: { ...ProductScreen.components, MemberBar, MemberPanel },
});

patch(ProductScreen.prototype, {
    // A prepaid ticket is validated from here: its screen must not open a new one meanwhile.
    get isValidatingOrder() {
        return this._isValidatingOrder || this.pos.membership.isCapturing;
    },
    set isValidatingOrder(value) {
        this._isValidatingOrder = value;
    },
    /** A covered ticket has nothing to pay: the button says what it does. */
    get payLabel() {
        return this.currentOrder?.isFullyPrepaid ? _t("Confirm session") : _t("Payment");
    },
    /** A card may be scanned as a plain code: member numbers of old cards too. */
    async _barcodeProductAction(code) {
        if (!(await this._scanMember(code))) {
            return super._barcodeProductAction(...arguments);
        }
    },
    async _scanMember(code) {
        const barcode = code.base_code || code.code;
        if (this.pos.models["product.product"].getBy("barcode", barcode)) {
            return false;
        }
        const partner =
            this.pos.models["res.partner"].find((p) => p.exactMatch(barcode.toLowerCase())) ||
            (await this._findMemberByCode(barcode));
        if (partner) {
            this.pos.setPartnerToCurrentOrder(partner);
        }
        return Boolean(partner);
    },
    async _findMemberByCode(barcode) {
        if (this.pos.data.network.offline) {
            return undefined;
        }
        const { partners, exact } = await this.pos.findMembers(barcode);
        return exact && partners.length === 1 ? partners[0] : undefined;
    },
    async _getPartnerByBarcode(code) {
        return (
            (await super._getPartnerByBarcode(...arguments)) || this._findMemberByCode(code.code)
        );
    },
});
