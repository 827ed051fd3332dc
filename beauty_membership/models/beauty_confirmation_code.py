# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import secrets

from odoo import api, fields, models
from odoo.tools.misc import consteq, hmac

from ..exceptions import MembershipError

VALID_MINUTES = 10
CODES_AN_HOUR = 5
DIGITS = 6


class BeautyConfirmationCode(models.Model):
    """One code sent to one member, to confirm one ticket within minutes.

    Only a fingerprint is kept. Nobody reads it; the settlement compares and uses it.
    """

    _name = "beauty.confirmation.code"
    _description = "Confirmation Code"
    _order = "id desc"

    partner_id = fields.Many2one(
        "res.partner", required=True, ondelete="cascade", readonly=True, index=True
    )
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    fingerprint = fields.Char(readonly=True)
    valid_until = fields.Datetime(required=True, readonly=True)
    used_on = fields.Datetime(readonly=True)

    @api.model
    def _make(self, partner, company):
        """Return a new code for a member, as digits; earlier ones end.

        :raises MembershipError: if too many were asked for
        """
        now = fields.Datetime.now()
        mine = [("partner_id", "=", partner.id), ("company_id", "=", company.id)]
        recent = self.search(
            [*mine, ("create_date", ">", fields.Datetime.add(now, hours=-1))]
        )
        if len(recent) >= CODES_AN_HOUR:
            raise MembershipError(
                self.env._("Too many codes were sent. Let her sign instead.")
            )
        recent.write({"used_on": now})
        code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        until = fields.Datetime.add(now, minutes=VALID_MINUTES)
        row = self.create(
            {"partner_id": partner.id, "company_id": company.id, "valid_until": until}
        )
        row.fingerprint = row._get_fingerprint(code)
        return code

    def _get_fingerprint(self, code):
        self.ensure_one()
        return hmac(self.env(su=True), "beauty-confirmation", f"{self.id}:{code}")

    @api.model
    def _is_right(self, partner, company, code):
        """Whether a member's last code is that one; a right one is used up.

        Five tries: the row is blocked longer than it is valid.
        """
        row = self.search(
            [
                ("partner_id", "=", partner.id),
                ("company_id", "=", company.id),
                ("used_on", "=", False),
                ("valid_until", ">", fields.Datetime.now()),
            ],
            limit=1,
        )
        guard, key = self.env["beauty.pin.guard"], f"code:{row.id}"
        if not row or not guard._take_try(key, VALID_MINUTES):
            return False
        if not consteq(row.fingerprint, row._get_fingerprint(code)):
            return False
        row.used_on = fields.Datetime.now()
        return True

    @api.autovacuum
    def _gc_codes(self):
        """Codes of yesterday confirm nothing any more."""
        before = fields.Datetime.add(fields.Datetime.now(), days=-1)
        self.search([("create_date", "<", before)]).unlink()
