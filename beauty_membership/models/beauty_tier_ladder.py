# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import ormcache

from ..rules.money import to_cents
from ..rules.tiers import Level, Numbers


class BeautyTier(models.Model):
    """The tiers of a company as a ladder for the rules, read once and kept."""

    _inherit = "beauty.tier"

    @api.model_create_multi
    def create(self, vals_list):
        self.env.registry.clear_cache()
        return super().create(vals_list)

    def write(self, vals):
        self.env.registry.clear_cache()
        return super().write(vals)

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()

    @api.model
    @ormcache("company.id")
    def _get_ladder(self, company):
        """Return the tiers of a company, the lowest first, as the rules read them.

        :return: tuple of :class:`..rules.tiers.Level`
        """
        # sudo: the same for whoever asks; rules are no secret
        tiers = self.sudo().search([("company_id", "=", company.id)])
        return tuple(tier._prepare_level() for tier in tiers)

    @api.model
    @ormcache("company.id")
    def _get_multipliers(self, company):
        """Return {tier id: (points, points in the month of birth)} of a company."""
        # sudo: see _get_ladder
        tiers = self.sudo().with_context(active_test=False)
        return {
            tier.id: (tier.points_multiplier, tier.birthday_multiplier)
            for tier in tiers.search([("company_id", "=", company.id)])
        }

    def _prepare_level(self):
        self.ensure_one()
        digits = self.currency_id.decimal_places
        return Level(
            tier_id=self.id,
            entry=Numbers(
                to_cents(self.threshold_spend, digits),
                self.threshold_visits,
                self.threshold_points,
                to_cents(self.threshold_recharge, digits),
            ),
            keep=Numbers(
                to_cents(self.keep_spend, digits), self.keep_visits, self.keep_points
            ),
            window_months=self.window_months,
            validity_months=self.validity_months,
            downgrade=self.downgrade_rule,
        )
