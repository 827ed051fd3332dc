# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

SECRET_FIELDS = ("membership_approval", "membership_confirmation")
CACHE_KEY = "beauty_membership_secrets"


class PosOrder(models.Model):
    """What a till sends along to be checked and forgotten: PINs, codes, signatures.

    It waits for the settlement in the memory of the transaction and never reaches
    the database: neither a draft nor a log nor an answer can give it away.
    """

    _inherit = "pos.order"

    membership_approval = fields.Json(
        store=False,
        help="Sent by the till, never stored: the approval of what exceeds the "
        "cashier's authority.",
    )
    membership_confirmation = fields.Json(
        store=False,
        help="Sent by the till, never stored: how the member confirmed the ticket.",
    )

    @api.model
    def _drop_server_fields(self, vals):
        vals = super()._drop_server_fields(vals)
        if not any(name in vals for name in SECRET_FIELDS):
            return vals
        vals = dict(vals)
        secrets = {name: vals.pop(name, False) for name in SECRET_FIELDS}
        uuid = vals.get("uuid") or (self.uuid if len(self) == 1 else False)
        if uuid:
            self.env.cr.cache.setdefault(CACHE_KEY, {})[uuid] = secrets
        return vals

    def _get_secret(self, name):
        """Return what came along with this ticket, as a dict."""
        sent = self.env.cr.cache.get(CACHE_KEY, {}).get(self.uuid, {}).get(name)
        return sent if isinstance(sent, dict) else {}
