// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { registry } from "@web/core/registry";
import { odooExceptionTitleMap, WarningDialog } from "@web/core/errors/error_dialogs";
import { _t } from "@web/core/l10n/translation";

const MODULE = "odoo.addons.beauty_membership.exceptions";
const REFUSALS = [
    "MembershipError",
    "RedemptionRefused",
    "GrantRefused",
    "SettledOrderError",
    "AuthorityRefused",
    "ConfirmationRefused",
];

// A refusal of the addon is a message to read, as Odoo's own user errors are.
for (const name of REFUSALS) {
    odooExceptionTitleMap.set(`${MODULE}.${name}`, _t("Invalid Operation"));
    registry.category("error_dialogs").add(`${MODULE}.${name}`, WarningDialog);
}
