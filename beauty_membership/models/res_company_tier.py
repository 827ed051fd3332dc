# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

TIER_BASES = [
    ("received", "Money received"),
    ("consumed", "Services and goods consumed"),
]
# names, colour, money that reaches it, money that keeps it, points, birthday, days
DEFAULT_TIERS = [
    ({"en_US": "Ordinary", "zh_CN": "普通会员"}, 0, 0, 0, 1, 1, 14),
    ({"en_US": "Silver", "zh_CN": "银卡会员"}, 9, 3000, 2400, 1.2, 2, 21),
    ({"en_US": "Gold", "zh_CN": "金卡会员"}, 3, 10000, 8000, 1.5, 2, 30),
    ({"en_US": "Diamond", "zh_CN": "钻石会员"}, 4, 30000, 24000, 2, 2, 60),
]


class ResCompany(models.Model):
    """Each company's ladder of tiers, and how money is counted for it."""

    _inherit = "res.company"

    beauty_tier_basis = fields.Selection(
        selection=TIER_BASES,
        string="Tiers Count",
        default="received",
        help="Money received: what members pay, prepayments when they are paid in. "
        "Consumed: services performed and goods taken, prepaid ones too.",
    )
    beauty_tier_warning_days = fields.Integer(
        string="Warn before a Lower Tier (days)",
        default=14,
        help="So many days before a tier ends that is not going to be kept, the "
        "member is warned.",
    )

    _tier_warning_positive = models.Constraint(
        "CHECK (beauty_tier_warning_days >= 0)",
        "The days of a warning cannot be negative.",
    )

    def write(self, vals):
        if "resource_calendar_id" in vals:
            self.env.registry.clear_cache()
        return super().write(vals)

    def _beauty_setup(self):
        """A company with a chart gets its tiers, once."""
        res = super()._beauty_setup()
        # sudo: see super
        for company in self.sudo().filtered("chart_template"):
            company._create_default_tiers()
        return res

    def _create_default_tiers(self):
        self.ensure_one()
        tiers = self.env["beauty.tier"].with_context(active_test=False)
        if tiers.search_count([("company_id", "=", self.id)], limit=1):
            return
        for index, row in enumerate(DEFAULT_TIERS, 1):
            tier = tiers.create(self._prepare_tier_vals(index, *row))
            self._name_in_languages(tier, row[0])

    @api.model
    def _prepare_tier_vals(
        self, index, names, color, reach, keep, points, birthday, days
    ):
        return {
            "name": names["en_US"],
            "sequence": 10 * index,
            "color": color,
            "threshold_spend": reach,
            "keep_spend": keep,
            "validity_months": 12 if reach else 0,
            "points_multiplier": points,
            "birthday_multiplier": birthday,
            "booking_window_days": days,
            "company_id": self.id,
        }
