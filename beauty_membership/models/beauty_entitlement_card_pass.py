# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..rules.passes import Limits, days_left, get_reached_limit, get_visits_left
from ..rules.usage import get_refusal
from .beauty_plan_line_pass import LIMIT_FIELDS


class BeautyEntitlement(models.Model):
    """Passes as the member card shows them."""

    _inherit = "beauty.entitlement"

    @api.model
    def _prepare_pass_rows(self, holdings, config):
        """Return the passes of a member as rows of the card.

        :param holdings: rows of :meth:`_fetch_holdings`
        :param config: pos.config that asks
        :return: list of dict: days_left (today counted), visits_left (today, by its
            limits; None: no limit), limits_text, can_use, reason and what a session
            row says of its contract
        """
        today = fields.Date.context_today(self)
        return [
            self._prepare_pass_row(holding, config, today)
            for holding in holdings
            if holding["kind"] == "pass"
        ]

    @api.model
    def _prepare_pass_row(self, holding, config, today):
        products = holding["products"] or []
        limits = Limits(*(holding[name] or 0 for name in LIMIT_FIELDS))
        visits = get_visits_left(holding["visits"], today, limits)
        name = " / ".join(product["name"] for product in products)
        reason = self._get_pass_reason(holding, name, config, today, limits)
        first, last = holding["pass_date_start"], holding["date_expiry"]
        return {
            "entitlement_id": holding["id"],
            "name": name,
            "product_ids": [product["id"] for product in products],
            "days_left": self._get_row_days_left(holding, today),
            "visits_left": min(visits.values(), default=None),
            "limits_text": self._get_limits_text(limits),
            "is_started": bool(first),
            "date_start": fields.Date.to_string(first) or False,
            "date_expiry": fields.Date.to_string(last) or False,
            "can_use": not reason,
            "reason": reason,
            **{
                key: holding[key]
                for key in ("contract_id", "contract_name", "plan_name", "tax_point")
            },
        }

    @api.model
    def _get_row_days_left(self, holding, today):
        """Return the days a pass has left, whether or not last night's job ran."""
        days = int(holding["remaining"])
        if not holding["pass_date_start"]:
            return days
        return days_left(holding["date_expiry"], today, days)

    @api.model
    def _get_pass_reason(self, holding, name, config, today, limits):
        """Say why a pass gives no visit today, or nothing."""
        terms = self._get_row_terms(holding, holding["products"] or [])
        terms = terms._replace(grace_days=0)
        code = get_refusal(terms, today, shop_id=config.beauty_shop_id.id)
        if code:
            return self._get_refusal_message(
                code, terms, name, holding["contract_name"]
            )
        period = get_reached_limit(holding["visits"], today, limits)
        return self._get_limit_message(period, limits)

    @api.model
    def _get_limits_text(self, limits):
        """Say how often the member may come, in one line; nothing if unlimited."""
        texts = (
            limits.day and self.env._("%s a day", limits.day),
            limits.week and self.env._("%s a week", limits.week),
            limits.month and self.env._("%s a month", limits.month),
        )
        return ", ".join(text for text in texts if text)
