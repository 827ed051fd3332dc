# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import SQL

# More rows than these help nobody; the report of the tie-out has them all.
MOST_ROWS = 100


class BeautyEntry(models.Model):
    """The nightly proof names what is wrong: holdings, entries, journal items."""

    _inherit = "beauty.entry"

    @api.model
    def _fetch_wrong_balances(self, company):
        """Units that cannot be, besides balances that are no sums of entries.

        A database whose guards were taken away could hold value without units, a
        negative holding, points with money behind them or a debt that is none.
        """
        wrong = super()._fetch_wrong_balances(company)
        query = SQL(
            """
            SELECT id
              FROM beauty_entitlement
             WHERE company_id = %s
               AND (remaining = 0 AND amount_remaining <> 0
                    AND is_part_paid IS NOT TRUE
                    OR remaining < 0 AND is_debt IS NOT TRUE
                    OR remaining > 0 AND is_debt
                    OR kind = 'points' AND amount_remaining <> 0
                    OR kind <> 'value' AND remaining <> trunc(remaining))
            """,
            company.id,
        )
        return sorted({*wrong, *(row[0] for row in self.env.execute_query(query))})

    @api.model
    def _get_contra_difference(self, company):
        """Return what the account of expected expiries carries beyond their rows."""
        # sudo: the proof reads what it proves, whoever starts it
        account = company.sudo().beauty_contra_account_id
        items = self.env["account.move.line"].sudo()
        ((booked,),) = items._read_group(
            [
                ("account_id", "=", account.id),
                ("company_id", "=", company.id),
                ("parent_state", "=", "posted"),
            ],
            aggregates=["balance:sum"],
        )
        rows = self.env["beauty.breakage"].sudo()
        ((recognised,),) = rows._read_group(
            [("company_id", "=", company.id)], aggregates=["amount:sum"]
        )
        return company.currency_id.round((booked or 0.0) - (recognised or 0.0))

    @api.model
    def _describe_wrong(self, company, wrong):
        """Return the rows of a difference in words.

        :param list wrong: ids of holdings
        :return: list of str
        """
        holdings = self.env["beauty.entitlement"].sudo().browse(wrong[:MOST_ROWS])
        return [
            *map(self._describe_holding, holdings),
            *map(self._describe_report_row, self._find_differing_rows(company)),
            *self._describe_contra(company),
        ]

    @api.model
    def _find_differing_rows(self, company):
        """Return what stands alone, of beauty.completeness.report."""
        rows = self.env["beauty.completeness.report"].sudo()
        return rows.search(
            [
                ("company_id", "=", company.id),
                ("kind", "!=", "moved"),
                "|",
                ("amount_difference", "!=", 0),
                ("kind", "=", "orphan"),
            ],
            limit=MOST_ROWS,
        )

    @api.model
    def _describe_holding(self, holding):
        entries = holding.entry_ids
        return self.env._(
            "Holding #%(id)s of %(contract)s, %(member)s: %(units)g units and "
            "%(money)s; its entries say %(entry_units)g and %(entry_money)s.",
            id=holding.id,
            contract=holding.contract_id.name or holding.display_name,
            member=holding.partner_id.name or self.env._("no member"),
            units=holding.remaining,
            money=holding.currency_id.format(holding.amount_remaining),
            entry_units=sum(entries.mapped("quantity")),
            entry_money=holding.currency_id.format(sum(entries.mapped("amount"))),
        )

    @api.model
    def _describe_report_row(self, row):
        kinds = dict(row._fields["kind"]._description_selection(self.env))
        return self.env._(
            "%(what)s: entry %(entry)s, journal item %(item)s of %(move)s, %(money)s.",
            what=kinds[row.kind],
            entry=f"#{row.entry_id.id}" if row.entry_id else "-",
            item=f"#{row.move_line_id.id}" if row.move_line_id else "-",
            move=row.move_id.name or "-",
            money=row.currency_id.format(row.amount_difference or row.amount),
        )

    @api.model
    def _describe_contra(self, company):
        difference = self._get_contra_difference(company)
        if company.currency_id.is_zero(difference):
            return []
        return [
            self.env._(
                "The account of expected expiries carries %s beyond its rows.",
                company.currency_id.format(difference),
            )
        ]
