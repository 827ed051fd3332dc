# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields

from .common_back_office import BackOfficeCommon


class ReportCommon(BackOfficeCommon):
    """A salon whose ledger moved on known days, some of it booked on others."""

    def _report(self, model, date_to="2026-02-28", date_from="2026-02-01", role=None):
        """Return a report of a period, as a role reads it."""
        report = self.env[model].with_context(date_from=date_from, date_to=date_to)
        report = report.with_company(self.company)
        return self._as(role or "accountant", report)

    def _move(self, holding, movement, units, amount, day, booked_on=None, **values):
        """Post an entry, with a journal item of a day or none yet."""
        item = booked_on and self._book(holding.partner_id, amount, booked_on)
        return holding._post_entry(
            [
                {
                    "entitlement_id": holding.id,
                    "movement": movement,
                    "quantity": units,
                    "amount": amount,
                    "date": fields.Date.to_date(day),
                    "idempotency_key": f"report:{self.env.cr.now()}:{self._next()}",
                    "account_move_line_id": item.id if item else False,
                    **values,
                }
            ]
        )

    def _next(self):
        self.number = getattr(self, "number", 0) + 1
        return self.number

    def _book(self, partner, amount, day):
        """Return a posted item of the liability account, as the ledger makes it."""
        suspense = self.company.beauty_suspense_account_id
        lines = [{"account_id": suspense.id, "name": "Test", "balance": amount}]
        (item,) = self.company._book_membership(
            fields.Date.to_date(day),
            "Test",
            [(partner, -amount)],
            lines,
            {"beauty_release_on": day},
        )
        return item

    def _create_holding(self, plan=None, partner=None, quantity=1000, **values):
        """Return an empty holding of a contract, without any entry."""
        plan = plan or self.plan
        partner = partner or self.member
        contract = (
            self.env["beauty.contract"]
            .sudo()
            .create(
                {
                    "name": f"R{self._next()}",
                    "partner_id": partner.id,
                    "plan_id": plan.id,
                    "state": "active",
                    "company_id": self.company.id,
                    "currency_id": self.company.currency_id.id,
                    "shop_id": self.shop.id,
                    "date_start": "2026-01-01",
                    "price_total": 0,
                    "amount_paid": 0,
                    "tax_point": "redemption",
                }
            )
        )
        return (
            self.env["beauty.entitlement"]
            .sudo()
            .create(
                {
                    "contract_id": contract.id,
                    "partner_id": partner.id,
                    "kind": "session",
                    "product_ids": self.facial.ids,
                    "quantity": quantity,
                    "amount": quantity * 10,
                    "unit_amount": 10,
                    "list_price": 12,
                    "company_id": self.company.id,
                    "currency_id": self.company.currency_id.id,
                    **values,
                }
            )
        )
