// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import * as Chrome from "@point_of_sale/../tests/pos/tours/utils/chrome_util";
import * as PaymentScreen from "@point_of_sale/../tests/pos/tours/utils/payment_screen_util";
import * as ProductScreen from "@point_of_sale/../tests/pos/tours/utils/product_screen_util";
import * as ReceiptScreen from "@point_of_sale/../tests/pos/tours/utils/receipt_screen_util";
import * as Dialog from "@point_of_sale/../tests/generic_helpers/dialog_util";
import * as MemberCard from "./utils/member_card_util";
import * as PrepaidTender from "./utils/prepaid_tender_util";
import * as Refund from "./utils/refund_util";
import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("test_refund_of_redemption_gives_session_back", {
    steps: () =>
        [
            Chrome.startPoS(),
            Refund.all("96.00"),
            PrepaidTender.isPaid("96.00"),
            PaymentScreen.clickValidate(),
            ReceiptScreen.isShown(),
            ReceiptScreen.clickNextOrder(),
            ProductScreen.clickPartnerButton(),
            ProductScreen.clickCustomer("Wang Fang"),
            MemberCard.sessionsLeftAre("Facial", 10),
        ].flat(),
});

registry.category("web_tour.tours").add("test_refund_of_used_package_is_refused", {
    steps: () =>
        [
            Chrome.startPoS(),
            Refund.all("960.00"),
            PaymentScreen.clickPaymentMethod("Cash"),
            PaymentScreen.clickValidate(),
            Dialog.is(),
            Dialog.confirm(),
            PaymentScreen.isShown(),
        ].flat(),
});
