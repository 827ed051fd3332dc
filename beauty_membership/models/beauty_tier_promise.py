# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import ormcache

from ..rules.money import from_cents


class BeautyTier(models.Model):
    """A tier's promise in words, read once for each language."""

    _inherit = "beauty.tier"

    @api.model
    def _prepare_progress(self, company, level, gaps):
        digits = company.currency_id.decimal_places
        name = self._get_promises(company)[level.tier_id]["name"]
        row = {
            "next_id": level.tier_id,
            "next_name": name,
            "spend_left": from_cents(gaps["spend"], digits)
            if "spend" in gaps
            else False,
            "visits_left": gaps.get("visits", False),
            "points_left": gaps.get("points", False),
            "recharge": from_cents(gaps["recharge"], digits)
            if "recharge" in gaps
            else False,
        }
        return row | {"text": self._describe_progress(company, row)}

    @api.model
    def _describe_progress(self, company, row):
        ways = []
        if row["spend_left"] is not False:
            ways.append(company.currency_id.format(row["spend_left"]))
        if row["visits_left"] is not False:
            ways.append(self.env._("%s visits", row["visits_left"]))
        if row["points_left"] is not False:
            ways.append(self.env._("%s points", row["points_left"]))
        if row["recharge"] is not False:
            money = company.currency_id.format(row["recharge"])
            ways.append(self.env._("one recharge of %s", money))
        return self.env._(
            "%(ways)s to %(tier)s",
            ways=self.env._(" or ").join(ways),
            tier=row["next_name"],
        )

    @api.model
    def _get_promises(self, company):
        """Return what each tier of a company gives, in the user's language.

        :return: {tier id: dict: name, color, benefits (list of str), notes}
        """
        return self._read_promises(company.id, self.env.lang or "en_US")

    @api.model
    @ormcache("company_id", "lang")
    def _read_promises(self, company_id, lang):
        # sudo: what a tier promises is for everybody's eyes
        tiers = self.sudo().with_context(lang=lang, active_test=False)
        return {
            tier.id: {
                "name": tier.name,
                "color": tier.color,
                "benefits": tier._get_benefits(),
                "notes": tier.note or "",
            }
            for tier in tiers.search([("company_id", "=", company_id)])
        }

    def _get_benefits(self):
        """Return what the tier gives, a line of words for each."""
        self.ensure_one()
        lines = [
            self.env._(
                "%(percent)g%% off %(category)s",
                percent=discount.percent,
                category=discount.categ_id.name,
            )
            for discount in self.discount_ids
        ]
        if self.pricelist_id and not lines:
            lines.append(self.pricelist_id.name)
        if self.points_multiplier != 1:
            lines.append(self.env._("%g x points", self.points_multiplier))
        if self.birthday_multiplier != 1:
            times = self.birthday_multiplier
            lines.append(self.env._("%g x points in the month of birth", times))
        lines.append(self.env._("Books %s days ahead", self.booking_window_days))
        if self.gift_plan_ids:
            gifts = ", ".join(self.gift_plan_ids.mapped("name"))
            lines.append(self.env._("On reaching it: %s", gifts))
        if self.has_dedicated_technician:
            lines.append(self.env._("A technician of her own"))
        if self.has_dedicated_consultant:
            lines.append(self.env._("A consultant of her own"))
        return lines
