# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError

BATCH = 1000


class BeautyOpening(models.Model):
    """Posts its rows, a batch at a time, and books them in one journal entry.

    Each batch is kept, and a row is posted once: what stops in the middle goes on
    where it was. Until the journal entry is there, its entries are in transit.
    """

    _inherit = "beauty.opening"

    def action_post(self):
        """Post the rows: a few at once, many by the scheduler.

        :raises MembershipError: without rows
        """
        self.ensure_one()
        self.check_access("write")
        if not self.line_ids:
            raise MembershipError(self.env._("Import the rows first."))
        if self.state == "done":
            return True
        # sudo: the state changes by its actions only
        self.sudo().state = "posting"
        if len(self.line_ids) > BATCH:
            self.env.ref("beauty_membership.ir_cron_post_openings").sudo()._trigger()
            return True
        self._post_batch()
        self._finish_posting()
        return True

    @api.model
    def _cron_post(self):
        """Go on with the openings that are being posted; safe to run twice."""
        # sudo: the job posts every company's, whoever starts it
        for opening in self.sudo().search([("state", "=", "posting")], order="id"):
            left = opening._post_batch()
            self.env["ir.cron"]._commit_progress(BATCH, remaining=left + 1)
            while left:
                left = opening._post_batch()
                self.env["ir.cron"]._commit_progress(BATCH, remaining=left + 1)
            opening._finish_posting()
            self.env["ir.cron"]._commit_progress(1, remaining=0)

    def _post_batch(self):
        """Post some rows, cards whole. :return: how many are left"""
        self.ensure_one()
        # sudo: no role writes contracts and entries; a manager posts through here
        Line = self.env["beauty.opening.line"].sudo()
        domain = [("opening_id", "=", self.id), ("is_done", "=", False)]
        lines = Line.search(domain, limit=BATCH)
        rest = [("reference", "in", lines.mapped("reference"))]
        (lines | Line.search(domain + rest))._post_rows()
        return Line.search_count(domain)

    def _finish_posting(self):
        """Book all of it, each member on her own, and tie the entries to it."""
        self.ensure_one()
        entries = self.env["beauty.entry"].sudo()
        entries = entries.search(
            [
                ("contract_id.opening_id", "=", self.id),
                ("idempotency_key", "=like", "opening:%"),
                ("amount", "!=", 0),
                ("account_move_line_id", "=", False),
            ]
        )
        holders = entries.grouped(lambda e: e.booking_partner_id.commercial_partner_id)
        balances = [(who, -sum(own.mapped("amount"))) for who, own in holders.items()]
        label = f"{self.name} {fields.Date.to_string(self.date)}"
        items = self.company_id._book_membership(
            self.date,
            label,
            balances,
            self._prepare_counterpart(balances, label),
            {"beauty_opening_id": self.id},
        )
        links = {
            item.id: own.ids
            for item, own in zip(items, holders.values(), strict=True)
            if item
        }
        self.env["pos.session"]._set_journal_items(links)
        move = self.env["account.move.line"].concat(*items).move_id
        # sudo: see action_post
        self.sudo().write({"state": "done", "move_id": move.id})

    def _prepare_counterpart(self, balances, label):
        total = self.currency_id.round(sum(money for _who, money in balances))
        if self.currency_id.is_zero(total):
            return []
        return [{"account_id": self.account_id.id, "name": label, "balance": -total}]
