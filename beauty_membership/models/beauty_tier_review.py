# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dateutil.relativedelta import relativedelta

from odoo import api, models
from odoo.tools import SQL

from ..rules.tiers import (
    MATCHING,
    Decision,
    Numbers,
    decide,
    get_index,
)
from .beauty_tier_change import MANUAL, PLAN

REVIEW_BATCH = 1000


class BeautyTier(models.Model):
    """The nightly review: what ends is kept or lowered, what was missed is given."""

    _inherit = "beauty.tier"

    @api.model
    def _cron_review_tiers(self):
        """Review all members of all companies. A second run finds nothing to do."""
        for company in self.env["res.company"].search([]):
            decisions = self._get_decisions(company)
            for start in range(0, len(decisions), REVIEW_BATCH):
                batch = decisions[start : start + REVIEW_BATCH]
                self.env["beauty.tier.change"]._record(company, batch)
                self.env["ir.cron"]._commit_progress(len(batch))

    @api.model
    def _decide_first(self, company, partner):
        """Return the decision that gives a new member the lowest tier, or None."""
        ladder = self._get_ladder(company)
        tier_id = partner.with_company(company).tier_id.id or None
        today = self._get_today(company)
        decision = decide(ladder, tier_id, None, today, {})
        return decision and (partner, decision, Numbers(), {})

    @api.model
    def _get_decisions(self, company):
        """Return what the review decides today, warnings included.

        :return: list of (res.partner, Decision, Numbers, {}), as `_record` takes it
        """
        rows = self._fetch_reviews(company)
        if not rows:
            return []
        today, decisions, quiet = self._get_today(company), [], []
        ids = [row["id"] for row in rows]
        origins = self._fetch_origins(company, ids)
        for row in rows:
            numbers = self._read_numbers(company, row)
            decision = self._review(company, row, today, numbers, origins)
            if decision:
                decisions.append(self._prepare_row(company, row, decision, numbers))
            elif row["valid_until"]:
                quiet.append(row)
        return decisions + self._get_warnings(company, quiet, origins)

    @api.model
    def _review(self, company, row, day, numbers, origins):
        """Return the decision about one member on a day, or None.

        :param row: dict id, tier_id, valid_until
        """
        kind, bought = origins.get(row["id"], (None, ()))
        ladder = self._get_ladder(company)
        downgrade = MATCHING if kind in (MANUAL, PLAN) else None
        decision = decide(
            ladder, row["tier_id"], row["valid_until"], day, numbers, downgrade
        )
        return self._raise_to_bought(ladder, decision, bought, day)

    @api.model
    def _prepare_row(self, company, row, decision, numbers):
        """Return a decision with the numbers of the tier that was at stake."""
        months = self.env["beauty.tier.change"]._get_window(
            company, decision, row["tier_id"]
        )
        partner = self.env["res.partner"].browse(row["id"])
        return partner, decision, numbers.get(months, Numbers()), {}

    @api.model
    def _raise_to_bought(self, ladder, decision, bought, day):
        """A tier that was bought and lasts longer is not fallen below."""
        for tier_id, until in bought if decision else ():
            is_better = get_index(ladder, tier_id) > get_index(ladder, decision.tier_id)
            if is_better and (not until or until >= day):
                decision = Decision(decision.kind, tier_id, until)
        return decision

    @api.model
    def _fetch_origins(self, company, partner_ids):
        """Return {partner id: (how she came to her tier, what she bought)}."""
        kinds = self.env["beauty.tier.change"]._get_last_kinds(company, partner_ids)
        bought = self._fetch_bought(company, partner_ids)
        return {
            partner_id: (kinds.get(partner_id), bought.get(partner_id, ()))
            for partner_id in kinds.keys() | bought.keys()
        }

    @api.model
    def _fetch_bought(self, company, partner_ids):
        """Return {partner id: [(tier id, last day)]} of plans that carry a tier."""
        contracts = self.env["beauty.contract"].search_fetch(
            [
                ("company_id", "=", company.id),
                ("partner_id", "in", partner_ids),
                ("tier_id", "!=", False),
                ("state", "=", "active"),
            ],
            ["partner_id", "tier_id", "tier_valid_until"],
        )
        bought = {}
        for contract in contracts:
            row = (contract.tier_id.id, contract.tier_valid_until or None)
            bought.setdefault(contract.partner_id.id, []).append(row)
        return bought

    @api.model
    def _fetch_reviews(self, company):
        """Return the members whose tier may change today, or has to be warned about.

        :return: list of dict: id, tier_id, valid_until and the numbers
        """
        ladder = self._get_ladder(company)
        if not ladder:
            return []
        self.env.flush_all()
        return self.env.execute_query_dict(self._query_reviews(company, ladder))

    @api.model
    def _query_reviews(self, company, ladder):
        today = self._get_today(company)
        until = today + relativedelta(days=company.beauty_tier_warning_days)
        numbers = self._query_numbers(company, today)
        ids = [level.tier_id for level in ladder]
        return SQL(
            """
            SELECT m.*, n.* FROM (
                SELECT id, (tier_id->>%(company)s)::int AS tier_id,
                       (tier_valid_until->>%(company)s)::date AS valid_until
                  FROM res_partner
                 WHERE active AND (member_number IS NOT NULL
                    OR tier_id->>%(company)s IS NOT NULL)
            ) AS m
            LEFT JOIN (%(numbers)s) AS n ON n.partner_id = m.id
            WHERE m.valid_until <= %(until)s
               OR COALESCE(array_position(%(ids)s, m.tier_id), 0) < GREATEST(%(rank)s)
            ORDER BY m.id
            """,
            company=str(company.id),
            numbers=numbers or SQL("SELECT NULL::int AS partner_id"),
            until=until,
            ids=ids,
            rank=SQL(", ").join(
                self._query_rank(level, rank, is_start=rank == 1)
                for rank, level in enumerate(ladder, 1)
            ),
        )

    @api.model
    def _query_rank(self, level, rank, is_start):
        """Return a level's rank if the numbers of a row reach it, else 0."""
        needs = {
            f"{way}_{level.window_months}": need
            for way, need in vars(level.entry).items()
            if need
        }
        if not needs:
            return SQL("%s", rank if is_start else 0)
        return SQL(
            "CASE WHEN %s THEN %s ELSE 0 END",
            SQL(" OR ").join(
                SQL("n.%s >= %s", SQL.identifier(name), need)
                for name, need in needs.items()
            ),
            rank,
        )
