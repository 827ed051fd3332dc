# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import datetime, time

from dateutil.relativedelta import relativedelta
from pytz import UTC, timezone

from odoo import api, fields, models
from odoo.tools import SQL, ormcache

from ..rules.tiers import Numbers

WAYS = ("spend", "visits", "points", "recharge")
# What the query reads. A ticket that is being settled has its rates and other
# columns still to write, which would cost an UPDATE of their own here.
COUNTED_FIELDS = {
    "beauty.contract": ("is_gift_card", "pos_order_line_id"),
    "beauty.entitlement": ("contract_id", "is_bonus", "kind"),
    "beauty.entry": (
        "amount",
        "company_id",
        "date",
        "entitlement_id",
        "movement",
        "partner_id",
        "quantity",
    ),
    "beauty.operation": (
        "company_id",
        "date",
        "interest_amount",
        "kind",
        "partner_id",
        "refund_amount",
        "reversed_operation_id",
        "state",
        "tender",
    ),
    "beauty.plan": ("is_gift_card", "product_tmpl_id"),
    "beauty.service.log": ("company_id", "date", "is_undone", "partner_id"),
    "pos.config": ("company_id", "tip_product_id"),
    "pos.order": ("company_id", "date_order", "partner_id", "state"),
    "pos.order.line": ("order_id", "price_subtotal_incl", "product_id"),
    "pos.payment": ("amount", "payment_method_id", "pos_order_id"),
    "pos.payment.method": ("is_prepaid", "journal_id"),
    "product.template": ("is_membership_plan",),
}


class BeautyTier(models.Model):
    """What members did in the windows of the tiers, in one query.

    Money is what was received: payments net of refunds, without the prepaid tender
    (it was received when put in), without what went on account, tips and gift
    cards; or, by the company's setting, what was consumed. A visit is a day with a
    service that was not undone.
    """

    _inherit = "beauty.tier"

    @api.model
    def _get_today(self, company):
        """Return the day it is for a company, whoever asks."""
        return datetime.now(self._get_zone(company)).date()

    @api.model
    def _get_zone(self, company):
        return timezone(self._get_zone_name(company))

    @api.model
    @ormcache("company.id")
    def _get_zone_name(self, company):
        return company.sudo().resource_calendar_id.tz or "UTC"

    @api.model
    def _fetch_numbers(self, company, today, partners, order=None):
        """Return what members did, by the window of each tier, in one query.

        :param date today: the last day that counts
        :param order: pos.order that is being settled: it counts already
        :return: {partner id: {int months: Numbers}}
        """
        for model, names in COUNTED_FIELDS.items():
            self.env[model].flush_model(names)
        if not order or order.currency_id != company.currency_id:
            # a rate that is not written yet counts as one
            self.env["pos.order"].flush_model(["currency_rate"])
        query = self._query_numbers(company, today, partners, order)
        rows = self.env.execute_query_dict(query) if query else []
        found = {row["partner_id"]: row for row in rows}
        return {
            partner_id: self._read_numbers(company, found.get(partner_id, {}))
            for partner_id in partners.ids
        }

    @api.model
    def _read_numbers(self, company, row):
        """Return the numbers in a row of :meth:`_query_numbers`."""
        return {
            months: Numbers(*(int(row.get(f"{way}_{months}") or 0) for way in WAYS))
            for months in self._get_windows(company)
        }

    @api.model
    def _get_windows(self, company):
        return sorted({level.window_months for level in self._get_ladder(company)})

    @api.model
    def _get_ways(self, company):
        """Return the ways that a rule of the company asks for."""
        return [
            way
            for way in WAYS
            if any(
                getattr(needs, way)
                for level in self._get_ladder(company)
                for needs in (level.entry, level.keep)
            )
        ]

    @api.model
    def _query_numbers(self, company, today, partner=None, order=None):
        """Return the query of one row a member: money in cents, counts.

        :return: SQL with columns partner_id and <way>_<months>; None without rules
        """
        ways, windows = self._get_ways(company), self._get_windows(company)
        if not ways:
            return None
        names = [(way, months) for way in ways for months in windows]
        parts = [
            part
            for way in ways
            for part in self._query_way(way, company, today, partner, order)
        ]
        digits = company.currency_id.decimal_places
        return SQL(
            "SELECT partner_id, %s FROM (%s) AS part GROUP BY partner_id",
            SQL(", ").join(self._query_total(*name, digits) for name in names),
            SQL(" UNION ALL ").join(
                SQL(
                    "SELECT partner_id, %s FROM (%s) AS way",
                    SQL(", ").join(
                        SQL(
                            "%s AS %s",
                            SQL.identifier(f"v_{months}")
                            if way == part_way
                            else SQL("NULL::numeric"),
                            SQL.identifier(f"{way}_{months}"),
                        )
                        for way, months in names
                    ),
                    part,
                )
                for part_way, part in parts
            ),
        )

    @api.model
    def _query_total(self, way, months, digits):
        name = SQL.identifier(f"{way}_{months}")
        if way == "recharge":
            return SQL("round(max(%s) * %s) AS %s", name, 10**digits, name)
        factor = 10**digits if way == "spend" else 1
        return SQL("round(sum(%s) * %s) AS %s", name, factor, name)

    @api.model
    def _query_windows(self, company, today, value, when, is_day=False):
        """Return the columns v_<months> of an aggregate over each window."""
        return SQL(", ").join(
            SQL(
                "%s FILTER (WHERE %s >= %s) AS %s",
                value,
                when,
                self._get_start(company, today, months, is_day),
                SQL.identifier(f"v_{months}"),
            )
            for months in self._get_windows(company)
        )

    @api.model
    def _get_start(self, company, today, months=None, is_day=True):
        """Return the first day of a window, or its first moment in UTC."""
        months = months or max(self._get_windows(company))
        day = today - relativedelta(months=months) + relativedelta(days=1)
        if is_day:
            return day
        start = self._get_zone(company).localize(datetime.combine(day, time.min))
        return fields.Datetime.to_string(start.astimezone(UTC))
