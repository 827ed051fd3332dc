# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import binascii
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from odoo import api, fields, models

from ..exceptions import ConfirmationRefused
from ..rules.confirmation import find_method, is_enough
from ..rules.money import to_cents
from .beauty_contract_confirmation import get_confirmation_move
from .beauty_policy import CONFIRMATIONS
from .pos_order_secrets import SECRET_FIELDS

SIGNATURE_BYTES = 300_000
SIGNATURE_PIXELS = 4_000_000


class PosOrder(models.Model):
    """What leaves a member's card is confirmed by her, as her contract says."""

    _inherit = "pos.order"

    confirmation_method = fields.Selection(
        selection=[*CONFIRMATIONS[1:], ("slip", "Slip to sign")],
        string="Confirmed by",
        readonly=True,
        copy=False,
    )
    confirmation_signature = fields.Binary(
        string="Signature", attachment=True, readonly=True, copy=False
    )

    @api.model
    def _get_unread_fields(self):
        mine = {"confirmation_signature", "beauty_approval_ids", *SECRET_FIELDS}
        return super()._get_unread_fields() | mine

    def _ensure_confirmed(self, amounts):
        """:raises ConfirmationRefused: if she had to confirm the ticket and did not"""
        super()._ensure_confirmed(amounts)
        asked = find_method(self._get_confirmation_moves(amounts))
        sent = self._get_secret("membership_confirmation")
        given = sent.get("method")
        if asked == "none":
            return
        if given == "slip":
            return self._list_unconfirmed(sent, asked)
        if not is_enough(given, asked):
            raise ConfirmationRefused(self._get_confirmation_message(asked), asked)
        if given != "signature":
            self._ensure_is_hers(given)
        self._take_confirmation(given, sent.get("value"))

    def _ensure_is_hers(self, given):
        """A PIN or code is the customer's: it opens no other member's card.

        :raises ConfirmationRefused: if she neither holds nor uses what it is for
        """
        member = self.partner_id
        for line in self._get_use_lines().filtered(lambda line: line.qty > 0):
            is_asked = line._get_confirmation_terms().confirmation != "none"
            mine = line.entitlement_id.partner_id | line._get_user()
            if is_asked and not line.plan_line_uuid and member not in mine:
                raise ConfirmationRefused(
                    self.env._(
                        "%s confirms this herself: take it on a ticket of her own.",
                        line._get_user().name,
                    ),
                    given,
                )
        if not member:
            raise ConfirmationRefused(
                self.env._("Without a customer the card's holder signs."), "signature"
            )

    def _get_confirmation_moves(self, amounts):
        """Return what the ticket takes from each contract, and how that is confirmed.

        :return: list of (method, least amount, amount), money in cents
        """
        taken = {}
        for line in self._get_use_lines().filtered(lambda line: line.qty > 0):
            terms = line._get_confirmation_terms()
            cents = to_cents(amounts[line][1], self.currency_id.decimal_places)
            taken[terms] = taken.get(terms, 0) + cents
        for terms, cents in self._get_value_taken(amounts):
            taken[terms] = taken.get(terms, 0) + cents
        return [
            get_confirmation_move(terms, self.currency_id, cents)
            for terms, cents in taken.items()
        ]

    def _get_value_taken(self, amounts):
        """Return the stored value the ticket spends: [(beauty.contract, cents)]."""
        shares = [
            share
            for cover in self._get_covers(amounts)
            for share in cover.shares.items()
        ]
        lots = self.env["beauty.entitlement"].browse([lot_id for lot_id, _ in shares])
        faces = [face for _lot_id, (face, _amount) in shares]
        return list(zip((lot.contract_id for lot in lots), faces, strict=True))

    def _take_confirmation(self, method, value):
        """Check what she gave; only that she gave it is kept, or her signature.

        :raises ConfirmationRefused: if it is wrong
        """
        vals = {"confirmation_method": method}
        if method == "signature":
            vals["confirmation_signature"] = self._get_signature(value)
        elif method == "pin" and not self.partner_id._is_member_pin(value):
            raise ConfirmationRefused(
                self.env._(
                    "This is not her PIN, or it is blocked for a quarter of an hour "
                    "after five wrong ones."
                ),
                method,
            )
        elif method == "code" and not self._is_code(value):
            raise ConfirmationRefused(
                self.env._("The code is wrong or too old. Send a new one."), method
            )
        self.write(vals)

    def _is_code(self, value):
        codes = self.env["beauty.confirmation.code"]
        return codes._is_right(self.partner_id, self.company_id, str(value or ""))

    def _get_signature(self, value):
        """Return the signature as base64 without a header.

        :raises ConfirmationRefused: if it is no drawing in PNG
        """
        text = str(value or "").removeprefix("data:image/png;base64,")
        try:
            data = base64.b64decode(text[: 2 * SIGNATURE_BYTES], validate=True)
        except (ValueError, binascii.Error):
            data = b""
        if not self._is_drawing(data):
            raise ConfirmationRefused(
                self.env._("The signature is missing. Let the member sign."),
                "signature",
            )
        return base64.b64encode(data)

    @api.model
    def _is_drawing(self, data):
        """Whether it is a PNG of a sensible size with something drawn on it."""
        if not data or len(data) > SIGNATURE_BYTES:
            return False
        try:
            image = Image.open(BytesIO(data), formats=["PNG"])
            if image.width * image.height > SIGNATURE_PIXELS:
                return False
            image = image.convert("RGBA")
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
            return False
        return image.getcolors(1) is None

    def _list_unconfirmed(self, sent, asked):
        """Noted without a connection: a slip was signed, and a manager reviews it."""
        self.write({"confirmation_method": "slip"})
        asked = dict(CONFIRMATIONS)[asked]
        vals = self._prepare_approval_vals({}, str(sent.get("reason") or ""))
        vals["description"] = self.env._("Slip signed instead of: %s", asked)
        vals["amount"] = 0.0
        self.env["beauty.approval"].create({**vals, "kind": "slip", "state": "flagged"})

    def _get_confirmation_message(self, asked):
        messages = {
            "signature": self.env._("The member has to sign for this ticket."),
            "pin": self.env._("The member has to confirm this ticket by her PIN."),
            "code": self.env._(
                "The member has to confirm this ticket by a code sent to her."
            ),
        }
        return messages[asked]
