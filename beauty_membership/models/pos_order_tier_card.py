# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

CACHE_KEY = "beauty_membership_tier_numbers"


class BeautyTier(models.Model):
    """Numbers of members that a ticket was settled with a moment ago."""

    _inherit = "beauty.tier"

    @api.model
    def _get_known_numbers(self):
        """Return numbers as of `_fetch_numbers`, while a till waits for its answer.

        :return: {partner id: {int months: Numbers}}; empty at any other time
        """
        return self.env.cr.cache.get(CACHE_KEY, {})


class PosOrder(models.Model):
    """The card in the answer to a ticket shows the numbers that decided on its tier."""

    _inherit = "pos.order"

    @api.model
    def sync_from_ui(self, orders):
        self.env.cr.cache[CACHE_KEY] = {}
        try:
            return super().sync_from_ui(orders)
        finally:
            self.env.cr.cache.pop(CACHE_KEY, None)

    def _settle_one(self):
        """What was known of members before this ticket does not count any more."""
        known = self.env["beauty.tier"]._get_known_numbers()
        known.clear()
        return super()._settle_one()

    def _fetch_tier_numbers(self, member):
        numbers = super()._fetch_tier_numbers(member)
        self.env["beauty.tier"]._get_known_numbers()[member.id] = numbers
        return numbers

    def _record_tier(self, *args, **values):
        """A new tier's gifts may count for the next one."""
        res = super()._record_tier(*args, **values)
        self.env["beauty.tier"]._get_known_numbers().clear()
        return res
