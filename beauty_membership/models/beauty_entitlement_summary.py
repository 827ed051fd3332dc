# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class BeautyEntitlement(models.Model):
    """A holding on a receipt: what is left of it, and in what it is counted."""

    _inherit = "beauty.entitlement"

    def _get_summary_unit(self):
        """:return: str: 'session', 'piece' (goods), 'day' (pass), 'money', 'points'"""
        self.ensure_one()
        if self.kind == "session":
            is_goods = any(product.type != "service" for product in self.product_ids)
            return "piece" if is_goods else "session"
        return {"pass": "day", "value": "money"}.get(self.kind, self.kind)

    def _prepare_summary(self, today):
        """:return: dict: unit, remaining (of a pass: its days), date_expiry"""
        self.ensure_one()
        return {
            "unit": self._get_summary_unit(),
            "remaining": self._get_days_left(today)
            if self.kind == "pass"
            else self.remaining,
            "date_expiry": fields.Date.to_string(self.date_expiry) or False,
        }

    def _get_days_left(self, today):
        row = {
            "remaining": self.remaining,
            "pass_date_start": self.date_start,
            "date_expiry": self.date_expiry,
        }
        return self._get_row_days_left(row, today)
