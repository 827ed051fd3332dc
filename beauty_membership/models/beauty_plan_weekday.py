# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from babel.dates import get_day_names

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools.misc import babel_locale_parse

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class BeautyPlan(models.Model):
    """On which weekdays what a plan grants can be used."""

    _inherit = "beauty.plan"

    can_use_mon = fields.Boolean("Monday", default=True)
    can_use_tue = fields.Boolean("Tuesday", default=True)
    can_use_wed = fields.Boolean("Wednesday", default=True)
    can_use_thu = fields.Boolean("Thursday", default=True)
    can_use_fri = fields.Boolean("Friday", default=True)
    can_use_sat = fields.Boolean("Saturday", default=True)
    can_use_sun = fields.Boolean("Sunday", default=True)

    @api.constrains(*(f"can_use_{day}" for day in WEEKDAYS))
    def _check_weekdays(self):
        for plan in self:
            if not any(plan[f"can_use_{day}"] for day in WEEKDAYS):
                raise ValidationError(
                    self.env._(
                        "Choose at least one weekday on which “%s” can be used.",
                        plan.name,
                    )
                )

    def _get_weekdays(self):
        """Return the days of use as digits, Monday 0; empty if all of them."""
        self.ensure_one()
        days = [str(i) for i, day in enumerate(WEEKDAYS) if self[f"can_use_{day}"]]
        return "".join(days) if len(days) < len(WEEKDAYS) else False

    @api.model
    def _get_weekday_names(self):
        """Return the names of the weekdays in the user's language, Monday first."""
        locale = babel_locale_parse(self.env.lang)
        return [get_day_names("wide", locale=locale)[i] for i in range(len(WEEKDAYS))]

    def _prepare_terms_vals(self):
        return {
            **super()._prepare_terms_vals(),
            "weekdays": self._get_weekdays(),
        }
