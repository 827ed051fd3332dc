# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import SQL


class BeautyEntry(models.Model):
    """The nightly proof: entries sum to balances, and to the general ledger."""

    _inherit = "beauty.entry"

    @api.model
    def _cron_prove_ledger(self):
        """Prove every company; what differs becomes an exception with an owner."""
        # sudo: the job proves every company, whoever starts it
        for company in self.env["res.company"].sudo().search([]):
            if company.beauty_liability_account_id:
                self._prove_company(company)

    @api.model
    def _prove_company(self, company):
        wrong = self._fetch_wrong_balances(company)
        tie_out = self._fetch_tie_out(company)
        differences = (tie_out["difference"], self._get_contra_difference(company))
        is_sound = not wrong and all(map(company.currency_id.is_zero, differences))
        # sudo: nobody creates exceptions by hand
        exceptions = self.env["beauty.exception"].sudo()
        if not is_sound and not exceptions._has_open_tie_out(company):
            exceptions._find_or_create(
                self._prepare_proof_vals(company, wrong, tie_out)
            )

    @api.model
    def _fetch_wrong_balances(self, company):
        """Return the holdings whose balance is not the sum of their entries.

        Nor may one that was paid in parts, all of it, keep value without units.

        :return: list of entitlement ids
        """
        self.flush_model()
        query = SQL(
            """
            SELECT h.id
              FROM beauty_entitlement h
         LEFT JOIN beauty_entry e ON e.entitlement_id = h.id
             WHERE h.company_id = %s
             GROUP BY h.id
            HAVING h.remaining <> COALESCE(SUM(e.quantity), 0)
                OR h.amount_remaining <> COALESCE(SUM(e.amount), 0)
                OR h.is_part_paid AND h.remaining = 0 AND h.amount_remaining <> 0
                   AND h.amount = SUM(e.amount) FILTER (
                       WHERE e.movement IN ('grant', 'refund'))
                   AND h.quantity = SUM(e.quantity) FILTER (
                       WHERE e.movement IN ('grant', 'adjust', 'refund'))
            """,
            company.id,
        )
        return [row[0] for row in self.env.execute_query(query)]

    @api.model
    def _fetch_tie_out(self, company, day=None):
        """Return how the ledger and the liability account compare on a day.

        :param date day: entries and posted items dated up to it; None: all
        :return: dict of money: entries, booked (credit positive), in_transit
            (entries not booked by then, less those booked ahead of their day),
            difference (0.00 when all is well)
        """
        self.flush_model()
        self.env["account.move.line"].flush_model()
        query = SQL(
            """
            SELECT COALESCE(SUM(e.amount) FILTER (WHERE e.date <= %(day)s), 0),
                   COALESCE(SUM(e.amount) FILTER (
                       WHERE i.date <= %(day)s AND i.parent_state = 'posted'), 0),
                   (SELECT COALESCE(-SUM(balance), 0)
                      FROM account_move_line
                     WHERE account_id IN %(accounts)s AND company_id = %(company)s
                       AND parent_state = 'posted' AND date <= %(day)s)
              FROM beauty_entry e
         LEFT JOIN account_move_line i ON i.id = e.account_move_line_id
             WHERE e.company_id = %(company)s
            """,
            day=day or fields.Date.to_date("9999-12-31"),
            accounts=tuple(company._get_proven_accounts().ids),
            company=company.id,
        )
        ((entries, linked, booked),) = self.env.execute_query(query)
        currency = company.currency_id
        return {
            "entries": currency.round(entries),
            "in_transit": currency.round(entries - linked),
            "booked": currency.round(booked),
            "difference": currency.round(booked - linked),
        }

    @api.model
    def _prepare_proof_vals(self, company, wrong, tie_out):
        today = fields.Date.context_today(self)
        return {
            "name": self.env._("Ledger and books of %s differ", company.name),
            "kind": "tie_out",
            "reference": f"{company.id}:{today}",
            "amount": tie_out["difference"],
            "message": self.env._(
                "Entries %(entries)s, in transit %(in_transit)s, booked %(booked)s.",
                **tie_out,
            ),
            "details": "\n".join(self._describe_wrong(company, wrong)),
            "company_id": company.id,
        }
