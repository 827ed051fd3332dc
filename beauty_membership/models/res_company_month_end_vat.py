# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import SQL


class ResCompany(models.Model):
    """A month's end: VAT in the member prepayments on an account of its own.

    Registers and invoices post the whole prepayment, so that their entries stay
    Odoo's own; the books show it without VAT at the end of each month, as China's
    standards ask for. The proof covers both accounts.
    """

    _inherit = "res.company"

    beauty_pending_vat = fields.Boolean(
        string="Pending VAT Apart",
        help="For plans whose tax is due when they are used. At the end of each month "
        "the VAT in what members have left moves from the member prepayments to "
        "Pending VAT, and back on the first. Stored value for any service has the "
        "company's default sales tax.",
    )

    def _get_month_ends(self):
        kinds = super()._get_month_ends()
        return [*kinds, "vat"] if self.beauty_pending_vat else kinds

    def _get_month_end_names(self):
        names = super()._get_month_end_names()
        return {**names, "vat": self.env._("VAT in member prepayments")}

    def _prepare_month_end_vat(self, day):
        return self._prepare_pair(
            self.beauty_liability_account_id,
            self._get_beauty_account("beauty_pending_vat_account_id"),
            self._get_pending_vat(day),
        )

    def _get_proven_accounts(self):
        """Return the accounts that together carry what the ledger says."""
        # sudo: who proves the ledger need not see which accounts the company keeps
        company = self.sudo()
        pending = company.beauty_pending_vat_account_id
        return company.beauty_liability_account_id | pending

    def _get_pending_vat(self, day):
        """Return the VAT in what members paid ahead and the books carry on a day."""
        Holding = self.env["beauty.entitlement"].sudo()
        return sum(
            money - self._get_net(self._get_holding_taxes(Holding.browse(ids)), money)
            for ids, money in self._fetch_taxed_later(day)
        )

    def _fetch_taxed_later(self, day):
        """Return what is booked on holdings whose tax is due when they are used.

        :return: list of ([id of a holding], money), one for each service
        """
        self.env.flush_all()
        services = self.env["beauty.entitlement"]._fields["product_ids"]
        query = SQL(
            """
            SELECT array[MIN(moved.id)], SUM(moved.amount)
              FROM (SELECT e.entitlement_id AS id, SUM(e.amount) AS amount
                      FROM beauty_entry e
                      JOIN beauty_contract c ON c.id = e.contract_id
                      JOIN account_move_line i ON i.id = e.account_move_line_id
                     WHERE e.company_id = %(company)s AND e.date <= %(day)s
                       AND c.tax_point = 'redemption'
                       AND i.date <= %(day)s AND i.parent_state = 'posted'
                     GROUP BY e.entitlement_id
                    HAVING SUM(e.amount) <> 0) moved
         LEFT JOIN (SELECT %(holding)s AS id, MIN(%(product)s) AS product_id
                      FROM %(relation)s
                     GROUP BY %(holding)s) service ON service.id = moved.id
             GROUP BY service.product_id
            """,
            company=self.id,
            day=day,
            holding=SQL.identifier(services.column1),
            product=SQL.identifier(services.column2),
            relation=SQL.identifier(services.relation),
        )
        return self.env.execute_query(query)
