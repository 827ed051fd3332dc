# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, api, models
from odoo.exceptions import UserError
from odoo.tools import split_every

from .beauty_operation_expire_batch import BATCH


class BeautyOperation(models.Model):
    """The nightly job: it proposes what lapses, and carries out what needs nobody.

    Each batch is kept. Killed in the middle, the next run goes on where it was;
    run twice, it finds nothing to do.
    """

    _inherit = "beauty.operation"

    @api.model
    def _cron_expire(self):
        """Look for what ran out in every company; safe to run twice."""
        # sudo: the job serves every company, whoever starts it
        operations = self.sudo().with_context(
            tracking_disable=True, mail_create_nolog=True, mail_create_nosubscribe=True
        )
        for company in self.env["res.company"].sudo().search([]):
            if company.beauty_liability_account_id:
                operations._expire_company(company)

    @api.model
    def _expire_company(self, company):
        day = company._get_beauty_today()
        lapsed = self.env["beauty.entitlement"]._fetch_lapsed(company, day)
        left = len(lapsed)
        for batch in split_every(BATCH, lapsed, list):
            self._propose_expiries(company, batch, day)
            left -= len(batch)
            self._commit_expiry(len(batch), left)
        self._expire_unattended(company)

    @api.model
    def _propose_expiries(self, company, rows, day):
        """Create what waits for approval, one operation for each contract.

        :param rows: list of (contract id, list of holding ids)
        """
        holdings = self.env["beauty.entitlement"].browse(
            holding_id for _contract_id, ids in rows for holding_id in ids
        )
        own = holdings.grouped("contract_id")
        return self.create(
            [
                self._prepare_expiry_vals(contract, own[contract], day)
                for contract in own
            ]
        )

    @api.model
    def _prepare_expiry_vals(self, contract, holdings, day):
        lines = [{"entitlement_id": h.id, "quantity": h.remaining} for h in holdings]
        return {
            "kind": "expire",
            "state": "to_approve",
            "contract_id": contract.id,
            "partner_id": contract.partner_id.id,
            "date": day,
            "line_ids": [Command.create(line) for line in lines],
            "calculation": [h._prepare_expiry_row() for h in holdings],
        }

    @api.model
    def _expire_unattended(self, company):
        """Carry out what waits for nobody; a batch that fails is told and tried again.

        What was extended, used or frozen since it was proposed is cancelled.
        """
        domain = [
            ("kind", "=", "expire"),
            ("state", "=", "to_approve"),
            ("company_id", "=", company.id),
            ("contract_id.expiry_mode", "=", "auto"),
        ]
        waiting = self.search(domain, order="id")
        left = len(waiting)
        for batch in split_every(BATCH, waiting.ids, self.browse):
            try:
                with self.env.cr.savepoint():
                    batch._expire_batch()
            except UserError as error:
                self.env["beauty.exception"]._raise_expiry(company, str(error))
            left -= len(batch)
            self._commit_expiry(len(batch), left)

    def _expire_batch(self):
        self._cancel_stale()._expire()

    @api.model
    def _commit_expiry(self, done, left):
        self.env["beauty.entitlement"]._commit_release(done, left)
        self.env.invalidate_all()
