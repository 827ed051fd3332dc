# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from .res_partner import NOT_DIGITS
from .res_partner_duplicate import LAST_DIGITS, PHONE_DIGITS


class ResPartner(models.Model):
    """One person, however many contacts she has: told by her phone."""

    _inherit = "res.partner"

    def _get_person_key(self):
        """Return what tells a person from another: the end of her phone, or her id."""
        self.ensure_one()
        digits = NOT_DIGITS.sub("", self.phone or "")
        if len(digits) >= PHONE_DIGITS:
            return digits[-LAST_DIGITS:]
        return f"#{self.id}"

    def _get_same_people(self):
        """Return the contact and those with the same phone, archived ones too."""
        self.ensure_one()
        key = self._get_person_key()
        if key.startswith("#"):
            return self
        # sudo: whether somebody had a trial counts beyond the user's contacts
        contacts = self.sudo().with_context(active_test=False)
        return self.sudo() | contacts.search([("member_search", "like", f"{key} ")])
