# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

from psycopg2.errors import UniqueViolation

from odoo import api, fields, models
from odoo.exceptions import ConcurrencyError

from ..rules.points import Lot, take

EXPIRE_BATCH = 500


class BeautyEntitlement(models.Model):
    """Earned points: one lot per member, company and expiry, and one debt.

    ``points_key`` makes two tills that open the same lot collide. It is text, so
    that merging two contacts breaks nothing: the survivor then has two lots.
    """

    _inherit = "beauty.entitlement"

    date_available = fields.Date(
        string="Available from",
        readonly=True,
        help="First day on which these points can be spent. Empty: at once.",
    )
    points_key = fields.Char(readonly=True, copy=False)

    _points_key_unique = models.UniqueIndex(
        "(points_key) WHERE points_key IS NOT NULL",
        "These points are kept in one place; try again.",
    )

    @api.model
    def _fetch_points(self, partner, company, day):
        """Return what a member holds in points on a day, empty lots too.

        :return: holdings that are not over, their debt included
        """
        holdings = self.search_fetch(
            [
                ("partner_id", "=", partner.id),
                ("company_id", "=", company.id),
                ("kind", "=", "points"),
                "|",
                ("date_expiry", "=", False),
                ("date_expiry", ">=", day),
            ],
            POINTS_FIELDS,
        )
        return holdings.filtered(
            lambda h: not h.contract_id or h.contract_id.state == "active"
        )

    def _get_lots(self):
        """Return the points lots as :class:`..rules.points.Lot`, debts left out."""
        return [
            Lot(
                lot.id,
                int(lot.remaining),
                lot.date_expiry or None,
                lot.date_available or None,
            )
            for lot in self
            if not lot.is_debt
        ]

    def _get_debt(self):
        """Return how many points are owed, as a positive number."""
        debts = self.filtered("is_debt")
        return int(-sum(debts.mapped("remaining")))

    def _split_debt(self, points):
        """Return which debts so many points pay; contacts that merge have two.

        :return: list of (beauty.entitlement, int points)
        """
        debts = [Lot(debt.id, int(-debt.remaining)) for debt in self if debt.is_debt]
        return [(self.browse(debt_id), share) for debt_id, share in take(debts, points)]

    def _find_lot(self, date_expiry, date_available):
        """Return the lot of earned points with these dates, empty if there is none."""
        return self.filtered(
            lambda lot: (
                not lot.is_debt
                and not lot.contract_id
                and lot.date_expiry == date_expiry
                and lot.date_available == date_available
            )
        )[:1]

    @api.model
    def _create_points_holding(self, partner, company, **values):
        """Create an empty lot or debt; another till that does the same goes first.

        :raises ConcurrencyError: if it did; Odoo then tries again
        """
        names = ("date_expiry", "date_available", "is_debt")
        parts = [str(values.get(name) or "") for name in names]
        try:
            holding = self.create(
                {
                    "partner_id": partner.id,
                    "company_id": company.id,
                    "currency_id": company.currency_id.id,
                    "kind": "points",
                    "quantity": 0,
                    "amount": 0,
                    "points_key": ":".join([str(partner.id), str(company.id), *parts]),
                    **values,
                }
            )
            holding.flush_recordset()
        except UniqueViolation as error:
            raise ConcurrencyError("two tills opened one lot of points") from error
        return holding

    @api.model
    def _cron_expire_points(self):
        """Take what is left of lots that are over; safe to run twice."""
        done, left = self._expire_points()
        self.env["ir.cron"]._commit_progress(done, remaining=left)

    @api.model
    def _expire_points(self):
        """Post the expiry of a batch of lots. :return: lots emptied, lots left"""
        today = fields.Date.context_today(self)
        domain = [
            ("kind", "=", "points"),
            ("is_debt", "=", False),
            ("remaining", ">", 0),
            ("date_expiry", "<", today),
            # points of a frozen contract stand still
            "|",
            ("contract_id", "=", False),
            ("contract_id.state", "!=", "frozen"),
        ]
        # sudo: the job looks at every company's lots
        lots = self.sudo().search(domain, limit=EXPIRE_BATCH, order="id")
        entries = lots._post_entry([lot._prepare_expire_vals(today) for lot in lots])
        entries._tell_expired()
        return len(lots), self.sudo().search_count(domain)

    def _prepare_expire_vals(self, day):
        self.ensure_one()
        return {
            "entitlement_id": self.id,
            "movement": "expire",
            "quantity": -self.remaining,
            "amount": 0,
            "idempotency_key": f"expire:{self.id}:{day}",
            "date": day,
        }


POINTS_FIELDS = [
    "contract_id",
    "kind",
    "is_bonus",
    "is_debt",
    "remaining",
    "date_expiry",
    "date_available",
    "partner_id",
    "company_id",
    "currency_id",
    "list_price",
]
