# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import ormcache

CARD_PROGRAMS = ("gift_card", "ewallet")


class LoyaltyRule(models.Model):
    """Which products put money on a card of Odoo's loyalty, kept for each ticket."""

    _name = "loyalty.rule"
    _inherit = ["loyalty.rule", "beauty.cached.mixin"]

    @api.model
    @ormcache()
    def _get_card_product_ids(self):
        """Return the products that sell a gift card or fill an eWallet.

        :return: frozenset of product.product ids
        """
        # sudo: whatever company and role, such a product is as good as money
        rules = self.sudo().search([("program_id.program_type", "in", CARD_PROGRAMS)])
        return frozenset(rules.product_ids.ids)


class LoyaltyProgram(models.Model):
    """A programme says what kind of card its rules' products sell."""

    _inherit = "loyalty.program"

    def write(self, vals):
        res = super().write(vals)
        if {"program_type", "rule_ids", "active"} & set(vals):
            self.env.registry.clear_cache()
        return res
