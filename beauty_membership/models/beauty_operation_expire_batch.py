# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict

from odoo import fields, models
from odoo.tools import split_every

BATCH = 500


class BeautyOperation(models.Model):
    """Many expiries at once: one journal entry for each day and company."""

    _inherit = "beauty.operation"

    def action_approve(self):
        """Let everything chosen from the list of expiries lapse at once."""
        expiries = self.filtered(
            lambda o: o.kind == "expire" and o.state == "to_approve"
        )
        if expiries:
            expiries._approve_expiries()
        return super(BeautyOperation, self - expiries).action_approve()

    def _approve_expiries(self):
        """Approve what still ran out; what was extended meanwhile is cancelled."""
        self.check_access("write")
        self.env["beauty.plan"].check_access("write")
        # sudo: who approved, and when, is written by this action only
        approved = self._cancel_stale().sudo()
        approved.with_context(tracking_disable=True).write(
            {"approver_id": self.env.uid, "approved_on": fields.Datetime.now()}
        )
        for batch in split_every(BATCH, approved.ids, approved.browse):
            batch._expire()

    def _cancel_stale(self):
        """Cancel what was extended, used or frozen meanwhile.

        :return: the expiries that still ran out
        """
        stale = self.filtered(lambda operation: not operation._get_lapsed_lines())
        for operation in stale:
            operation._set_state("cancelled")
        return self - stale

    def _execute(self):
        if self.kind == "expire":
            return self._expire()
        return super()._execute()

    def _expire(self):
        """Carry out expiries: entries, journal entry, contracts, messages.

        Two people who press at once write the same rows: one is retried by Odoo,
        sees that they are done, and changes nothing.
        """
        # sudo: what lapses is worked out again, though it is no quote any more
        todo = self.sudo().with_context(tracking_disable=True)
        todo = todo.filtered(lambda o: o.state in ("draft", "to_approve"))
        for operation in todo.filtered(lambda o: o.state == "to_approve"):
            operation.date = operation.company_id._get_beauty_today()
        todo._refresh_expiry_lines()
        todo.write({"state": "done"})
        todo.flush_recordset()
        for _key, own in todo.grouped(lambda o: (o.company_id, o.date)).items():
            own._post_expiries()
        todo._finish_expire()
        for operation in todo:
            operation._tell_member()
        self.env["pos.order"]._notify_member_changed(todo.partner_id)

    def _refresh_expiry_lines(self):
        """All that is left of what ran out lapses, also what came back meanwhile."""
        lapsed = self.browse()
        for operation in self:
            lines = operation._get_lapsed_lines()
            (operation.line_ids - lines).unlink()
            for line in lines:
                if line.quantity != line.entitlement_id.remaining:
                    line.quantity = line.entitlement_id.remaining
            lapsed |= operation
        lapsed.line_ids._compute_amount()

    def _post_expiries(self):
        """Post what several expiries of one day move, in one journal entry."""
        vals_list = [
            (operation, index, vals)
            for operation in self
            for index, vals in enumerate(operation._prepare_entries_expire())
        ]
        balances = defaultdict(float)
        for operation, _index, vals in vals_list:
            balances[operation._get_expiry_partner()] -= vals["amount"]
        items = self._book_expiries(balances)
        self.env["beauty.entitlement"]._post_entry(
            [
                operation._complete_entry(
                    vals, index, account_move_line_id=operation._get_item(vals, items)
                )
                for operation, index, vals in vals_list
            ]
        )

    def _get_expiry_partner(self):
        return self.partner_id.commercial_partner_id

    def _book_expiries(self, balances):
        """:return: {res.partner: account.move.line that debits what she had}"""
        company, day = self.company_id, self[0].date
        label = self.env._("Expired on %s", fields.Date.to_string(day))
        if len(self) == 1:
            label = f"{self.name} {self._get_title()}"
        items = company._book_membership(
            day,
            label,
            list(balances.items()),
            self._prepare_expiry_counterparts(label),
            {"beauty_expiry_on": day},
        )
        self.filtered("amount")._keep_move(items)
        return dict(zip(balances, items, strict=True))

    def _prepare_expiry_counterparts(self, label):
        """Return the items against what expired, as account.move.line values."""
        return self._prepare_expired_lines(label)

    def _prepare_expired_lines(self, label):
        """Return the credits of what expired, taxes among them."""
        company = self.company_id
        return company._prepare_taxed_lines(self._get_expired_amounts(self), label)

    def _get_item(self, vals, items):
        item = vals["amount"] and items[self._get_expiry_partner()]
        return item.id if item else False
